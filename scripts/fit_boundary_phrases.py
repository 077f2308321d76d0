"""Fit the head over wording: `fit_boundary_phrases.py CASES.yaml...` writes its weights.

A logistic regression over hashed runs of words and letters; needs scikit-learn, which the benchmark
environment has. Prints how texts it has not seen fare (five folds).
"""

from __future__ import annotations

import sys

import numpy as np
from cases import KNOWLEDGE, crosses, read
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from coach.playbook.boundary_rules import PHRASES_FILE
from coach.playbook.glosses import load_glosses
from coach.playbook.languages import load_languages
from coach.services.glossing import Glosses
from coach.services.language import Languages
from coach.services.patterns import sentences
from coach.services.phrase_voice import places

SIZE = 2**16
STRENGTH = 20.0  # inverse of the ridge


def main(files: list[str]) -> None:
    cases = read(files)
    languages, glosses = Languages(load_languages(KNOWLEDGE)), Glosses(load_glosses(KNOWLEDGE))
    rows, columns, values = [], [], []
    for row, case in enumerate(cases):
        code = languages.detect(case["text"])
        texts = [case["text"]]
        if code != "en" and glosses.knows(code):
            texts.append(" ".join(glosses.english(p, code) for p in sentences(case["text"])))
        at, value = places(texts, SIZE)
        rows += [row] * len(at)
        columns += at.tolist()
        values += value.tolist()
    runs = csr_matrix((values, (rows, columns)), shape=(len(cases), SIZE))
    stops = np.array([crosses(case) for case in cases])
    head = LogisticRegression(C=STRENGTH, max_iter=5000)
    folds = StratifiedKFold(5, shuffle=True, random_state=0)
    heard = cross_val_predict(head, runs, stops, cv=folds, method="decision_function")
    for bar in (-1.0, 0.0, 1.0):
        print(
            f"logit {bar:.1f}: caught {(heard[stops] >= bar).mean():.1%} of {stops.sum()}, "
            f"harmless stopped {(heard[~stops] >= bar).mean():.1%} of {(~stops).sum()}"
        )
    head.fit(runs, stops)
    np.savez_compressed(
        KNOWLEDGE / PHRASES_FILE,
        weights=head.coef_[0].astype(np.float16),
        bias=np.float32(head.intercept_[0]),
    )


if __name__ == "__main__":
    main(sys.argv[1:])

"""The app with staged services: `staged_app.py PORT calm|hostile|new|failing [GATE]`."""

from __future__ import annotations

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from coach.ui import state
    from tests.browser import attacks, stage

    stages = {
        "calm": stage.StagedServices,
        "hostile": attacks.HostileServices,
        "new": lambda: stage.NewServices(Path(sys.argv[3])),
        "failing": lambda: stage.FailingServices(Path(sys.argv[3])),
    }
    state.warming(stages[sys.argv[2]])  # type: ignore[arg-type]
    from app import app

    app.run(config={"server.port": int(sys.argv[1])})

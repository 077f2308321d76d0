"""The app with staged services, on the port that the command line names."""

from __future__ import annotations

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from coach.ui import state
    from tests.browser.stage import StagedServices

    state.warming(StagedServices)  # type: ignore[arg-type]
    from app import app

    app.run(config={"server.port": int(sys.argv[1])})

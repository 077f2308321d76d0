"""What Streamlit runs; the folder holds this one file because it comes first on `sys.path`."""

from coach.ui.pages import run

run()

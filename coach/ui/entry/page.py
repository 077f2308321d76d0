"""What Streamlit runs; the folder holds this one file because it comes first on `sys.path`."""

from coach.ui.chat_page import draw

draw()

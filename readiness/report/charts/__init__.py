"""Charts: what they show (`chart`), and the shapes that draw it for every format (`picture`)."""

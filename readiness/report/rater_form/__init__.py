"""The form that one person fills in for a workshop: one HTML file that needs no network."""

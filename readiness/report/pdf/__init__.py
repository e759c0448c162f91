"""The document as a tagged PDF (PDF/UA-1 and PDF/A-2a)."""

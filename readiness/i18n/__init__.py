"""How words, numbers and dates are said, and how what people type is understood."""

"""The hours there are against the hours the practice needs, week by week."""

"""What no question asks about and a careful reader would see in the plan."""

"""Two plans side by side: what differs, and how they become one."""

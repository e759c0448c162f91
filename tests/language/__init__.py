"""Whether every word a person reads is said in the language spoken."""

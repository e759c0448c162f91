"""How fields are answered: each kind says in one place all that depends on it."""

"""The name only: no test that is run uses a mock."""

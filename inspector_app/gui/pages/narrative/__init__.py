"""Area report: what a joint inspection says in its own words, beside indicators and findings."""

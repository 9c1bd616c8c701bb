"""What makes a tree live: the dependency graph and the recomputation of what an answer touches."""

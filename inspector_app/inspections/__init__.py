"""The regulator's world, pure: service, inspection, finding, requirement, evidence, clock, framework."""

"""What cleaning costs: CPU time, cold start, memory and growth, beside other extractors. `python -m tests.benchmarks`."""

"""A class on many machines: Dask carries batches of hand-ins to workers, each with a shard and fork server of its own.

Imported only when asked for: Dask is the optional extra `cluster`.
"""

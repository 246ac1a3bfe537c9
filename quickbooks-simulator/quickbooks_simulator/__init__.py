"""A local QuickBooks Online over HTTP, for demos, tests and benchmarks.

Imports point downwards only (import-linter holds it, see the workspace's pyproject):
``__main__`` and ``pytest_plugin``, ``server``, ``control``, ``oauth``, ``wire``,
``world`` and ``seeds``, ``books``, ``basics``. The clients stand beside them.
"""

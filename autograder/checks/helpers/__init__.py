"""What suites of many subjects share: later calls, unchanged inputs, many cases in one request, gradients, own work."""

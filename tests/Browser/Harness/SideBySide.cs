// Each test drives several real browsers on a machine that may have two cores: side by side they would only measure each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

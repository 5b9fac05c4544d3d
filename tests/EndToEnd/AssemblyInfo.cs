// Options, the fork threshold and the kernels' static fields belong to the whole process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

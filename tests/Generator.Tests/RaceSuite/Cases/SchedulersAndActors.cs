using System;
using System.Threading;
using System.Threading.Tasks;

namespace Orleans
{
    /// <summary>Stands for the interface that marks actors.</summary>
    internal interface IGrain;
}

namespace RaceSuite.Cases
{
    /// <summary>Tasks on somebody's own scheduler, continuations that report, and messages to actors.</summary>
    internal sealed class SchedulersAndActors
    {
        private readonly OneByOne _scheduler = new();

        private sealed class OneByOne : TaskScheduler
        {
            private readonly object _gate = new();

            public void Drain()
            {
                lock (_gate)
                {
                    Monitor.PulseAll(_gate);
                }
            }

            protected override System.Collections.Generic.IEnumerable<Task> GetScheduledTasks() => [];

            protected override void QueueTask(Task task)
            {
                lock (_gate)
                {
                    TryExecuteTask(task);
                }
            }

            protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;
        }

        private interface ITally : Orleans.IGrain
        {
            Task Count();
        }

        private interface ICounter
        {
            Task Count();
        }

        private sealed class TallyGrain : ITally
        {
            private static int s_count;

            public Task Count()
            {
                s_count++;
                return Task.CompletedTask;
            }
        }

        private sealed class PlainCounter : ICounter
        {
            private static int s_count;

            public Task Count()
            {
                s_count++;
                return Task.CompletedTask;
            }
        }

        // The scheduler may run one at a time, or not: it is somebody's own.
        [CannotKnow]
        public async Task<int> BothOnOneScheduler()
        {
            int n = 0;
            var first = new Task(() => n += 5);
            var second = new Task(() => n *= 3);
            first.Start(_scheduler);
            second.Start(_scheduler);
            await first;
            await second;
            return n;
        }

        [Racy("n")]
        public async Task<int> BothOnThePool()
        {
            int n = 0;
            var first = new Task(() => n += 5);
            var second = new Task(() => n *= 3);
            first.Start(TaskScheduler.Default);
            second.Start(TaskScheduler.Default);
            await first;
            await second;
            return n;
        }

        // StartNew stays on the scheduler of the task that calls it.
        [CannotKnow]
        public async Task<int> ChildrenInheritTheScheduler()
        {
            int n = 0;
            var parent = new Task<Task>(() =>
            {
                Task first = Task.Factory.StartNew(() => n += 5);
                Task second = Task.Factory.StartNew(() => n *= 3);
                return Task.WhenAll(first, second);
            });
            parent.Start(_scheduler);
            await parent.Unwrap();
            return n;
        }

        // Task.Run doesn't.
        [Racy("n")]
        public async Task<int> ChildrenLeaveTheScheduler()
        {
            int n = 0;
            var parent = new Task<Task>(() =>
            {
                Task first = Task.Run(() => n += 5);
                Task second = Task.Run(() => n *= 3);
                return Task.WhenAll(first, second);
            });
            parent.Start(_scheduler);
            await parent.Unwrap();
            return n;
        }

        // The last of the chain reports: all before it are done.
        [Safe]
        public static async Task<int> LastOfTheChainReports()
        {
            int n = 0;
            var done = new TaskCompletionSource();
            Task first = Task.Run(() => n += 5);
            Task second = first.ContinueWith(_ => n *= 3);
            _ = second.ContinueWith(_ => done.SetResult());
            await done.Task;
            return n;
        }

        // The first one reports while the second one runs.
        [Racy("n")]
        public static async Task<int> FirstOfTheChainReports()
        {
            int n = 0;
            var done = new TaskCompletionSource();
            Task first = Task.Run(() => done.SetResult());
            Task second = first.ContinueWith(_ => n *= 3);
            _ = second.ContinueWith(_ => n += 1);
            await done.Task;
            return n;
        }

        // A message to an actor: it takes them one at a time.
        [CannotKnow]
        public static Task MessagesToAnActor(Func<ITallyOf> actors) => Task.WhenAll(
            Task.Run(() => ((ITally)actors().Tally).Count()),
            Task.Run(() => ((ITally)actors().Tally).Count()));

        [Racy("s_count")]
        public static Task CallsOfAnObject(Func<ITallyOf> counters) => Task.WhenAll(
            Task.Run(() => ((ICounter)counters().Tally).Count()),
            Task.Run(() => ((ICounter)counters().Tally).Count()));

        private int _seen;

        private async Task See()
        {
            _seen++;
            await Task.Delay(1);
            _seen++;
        }

        private async Task SeeAnywhere()
        {
            _seen++;
            await Task.Delay(1).ConfigureAwait(false);
            _seen++;
        }

        // What comes after an await stays on the scheduler of the task.
        [CannotKnow]
        public async Task AwaitsStayOnTheScheduler()
        {
            var parent = new Task<Task>(() => Task.WhenAll(See(), See()));
            parent.Start(_scheduler);
            await parent.Unwrap();
        }

        // Unless it is told to go on anywhere.
        [Racy("_seen")]
        public async Task AwaitsLeaveTheScheduler()
        {
            var parent = new Task<Task>(() => Task.WhenAll(SeeAnywhere(), SeeAnywhere()));
            parent.Start(_scheduler);
            await parent.Unwrap();
        }

        // The scheduler may run it here, while Drain is called.
        [CannotKnow]
        public int RunWhileTheCallerDrains()
        {
            int n = 0;
            Task.Factory.StartNew(() => n = 1, CancellationToken.None, TaskCreationOptions.None, _scheduler);
            _scheduler.Drain();
            return n;
        }

        [Racy("n")]
        public int RunOnThePoolMeanwhile()
        {
            int n = 0;
            Task.Factory.StartNew(() => n = 1, CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Default);
            _scheduler.Drain();
            return n;
        }

        internal interface ITallyOf
        {
            object Tally { get; }
        }
    }
}

/** Calls a function by the clock (of UTC): rules of EventBridge, which every region has. */
export function createSchedule(
  name: string,
  schedule: `rate(${string})` | `cron(${string})`,
  fn: sst.aws.Function,
): sst.aws.Cron {
  return new sst.aws.Cron(name, {
    schedule,
    function: fn.arn,
    transform: {
      target: (args) => {
        // What EventBridge itself says of the call; SST would put an empty event in its place.
        delete args.input;
        args.retryPolicy = { maximumRetryAttempts: 2, maximumEventAgeInSeconds: 300 };
      },
    },
  });
}

// Runs one bundled function as Lambda does: its variables alone in the environment, one event after another, an answer in JSON.
// Its clock can be set ahead, as if the days until then had passed.
let ahead = 0;
const MachineDate = Date;
globalThis.Date = class extends MachineDate {
  constructor(...args) {
    if (args.length === 0) super(MachineDate.now() + ahead);
    else super(...args);
  }
  static now() {
    return MachineDate.now() + ahead;
  }
};

const started = process.hrtime.bigint();
const { handler } = await import(process.env.BUNDLE);
const coldMs = Number(process.hrtime.bigint() - started) / 1e6;

async function work(id, event) {
  try {
    const answer = await handler(event, { functionName: process.env.AWS_LAMBDA_FUNCTION_NAME });
    process.send({ id, answer: answer === undefined ? null : JSON.parse(JSON.stringify(answer)) });
  } catch (error) {
    process.send({ id, error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
  }
}

process.on("message", ({ id, event, setAhead }) => {
  if (setAhead === undefined) work(id, event).catch((error) => process.send({ id, error: String(error) }));
  else ahead = setAhead;
});
process.send({ ready: true, coldMs });

/** The TCP connections of one boot: the guest opens them, and they live through all migrations of the chain. */
import { messageOf, StepError } from "../base/errors.ts";
import { HOST_ADDRESS } from "../host/network.ts";
import { PACER_PORT, type PacerProcess, startPacerProcess } from "../host/pacer.ts";
import type { TcpRecords } from "../measure/tcp-requests.ts";
import type { RunContext, VmContext } from "./context.ts";
import type { Vm } from "./vm.ts";

export interface Connections {
  readonly periodMs: number;
  /** Begins an iteration's requests. A failure is a warning. */
  begin(): Promise<void>;
  /** No more requests are sent; answers still count. */
  stop(): void;
  /** Ends them, after waiting up to `waitMs` for answers. Null: they could not be had; a warning says why. */
  end(waitMs: number): Promise<{ readonly records: TcpRecords; readonly text: string } | null>;
}

/**
 * On a slow host the requests would take the guest's whole time. The factor is that of processes that start; a guest's packets are slowed
 * down more, by the exits to an emulated or nested hypervisor.
 */
const periodOf = ({ deadlines }: RunContext): number => Math.round(deadlines.factor ** 2);

/** busybox's nc: `-e` runs a program on the connection. */
const openCommand = (connections: number): string =>
  `command -v nc >/dev/null && (i=0; while [ $i -lt ${connections} ]; do nc ${HOST_ADDRESS} ${PACER_PORT} -e cat </dev/null >/dev/null 2>&1 & i=$((i+1)); done)`;

/** The runs that were told that their guest has no connections. */
const told = new WeakSet<RunContext["emit"]>();

/** Starts the program that the guest will connect to. It comes up while the guest boots. Null: no connections are wanted. */
export function startConnections(context: VmContext): PacerProcess | null {
  const { network, privilege, settings } = context;
  const { connections } = settings;
  return connections === 0
    ? null
    : startPacerProcess(network, privilege, { connections, periodMs: periodOf(context) });
}

/** Makes the guest open its connections. Null, with one warning in a run: it cannot. The run goes on without. */
export async function openConnections(
  context: VmContext,
  vm: Vm,
  pacer: PacerProcess | null,
): Promise<Connections | null> {
  if (pacer === null) return null;
  const { signal, deadlines, emit, settings } = context;
  const warn = (why: string) => {
    if (!told.has(emit))
      emit({
        kind: "warning",
        text: `there are no figures of TCP requests: ${why}. Figures of the outage do not need them`,
      });
    told.add(emit);
  };
  /** Null, and a warning, when the program fails: that is no fault of what is measured. */
  const tried = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof StepError)) throw error;
      warn(messageOf(error));
      return null;
    }
  };
  const open = await tried(async () => {
    const { status } = await vm.console.run(openCommand(settings.connections), deadlines.guestCommandMs);
    if (status !== 0) return "the guest has no nc";
    return (await pacer.opened(deadlines.guestCommandMs, signal))
      ? true
      : `the guest did not open ${settings.connections} connections: its nc may not be busybox's, which has the option -e`;
  });
  if (open !== true) {
    if (open !== null) warn(open);
    return null;
  }
  return {
    periodMs: periodOf(context),
    begin: async () => void (await tried(() => pacer.begin(signal))),
    stop: pacer.stop,
    end: (waitMs) =>
      tried(async () => {
        const text = await pacer.end(waitMs, signal);
        return { records: JSON.parse(text) as TcpRecords, text };
      }),
  };
}

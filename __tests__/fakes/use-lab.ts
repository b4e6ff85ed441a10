/** For tests of the stand-in: each has the stand-in that it asked for last, and a lab to start it in. */
import { afterEach } from "vitest";
import { forEachTest, standsFor } from "../for-each-test.ts";
import { makeLab, type RawVm, type Step } from "./lab.ts";
import { makeStandIn, type StandIn, type StandInConfig } from "./stand-in.ts";

/** `use` makes one in the place of the one before, if any; `standIn` stands for it. */
export function useStandIn() {
  let current: StandIn | undefined;
  const end = () => {
    current?.[Symbol.dispose]();
    current = undefined;
  };
  afterEach(end);
  const use = (config: StandInConfig = {}): StandIn => {
    end();
    current = makeStandIn(config);
    return current;
  };
  return { standIn: standsFor(() => current), use };
}

/** `startTarget` sends the steps to a target that it has started, `migrate` begins a migration. */
export function useLab() {
  const { standIn, use } = useStandIn();
  const lab = forEachTest(makeLab);
  const startTarget = async (steps: readonly Step[]): Promise<RawVm> => {
    const vm = await lab.start(standIn, "target", { incoming: true });
    for (const [command, args] of steps) await vm.qmp.ask(command, args);
    return vm;
  };
  const migrate = async (source: RawVm, target: RawVm): Promise<void> => {
    const uri = `unix:${standIn.directory}/migration`;
    await target.qmp.ask("migrate-incoming", { uri });
    await source.qmp.ask("migrate", { uri });
  };
  return { lab, standIn, use, startTarget, migrate };
}

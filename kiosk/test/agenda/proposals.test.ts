import { describe, expect, it } from "vitest";
import { accepting, speakerProposals, turnsOf } from "../../src/agenda/proposals";
import type { FloorPresent, FloorSpeaker, OrderItem } from "../../src/contract/contract";
import { at, evening, item, minute, start } from "./evenings";

const speaker = (change: Partial<FloorSpeaker> = {}): FloorSpeaker => ({
  nameToShow: "Somebody", institution: "St Mary's", mayShowName: false, agreed: [], readiness: "expected", version: 0, places: [], ...change,
});
const turns = (minutes: number) => [
  { itemId: "first", speakerId: "ann", startsAt: start + minutes * minute }, { itemId: "second", speakerId: "cleo", startsAt: start + 60 * minute },
];
const proposed = (minutes: number, speakers: Record<string, FloorSpeaker>) => speakerProposals(turns(minutes), speakers, start);
const testimony = (number: number, minutes: number, ids: string[], change: Partial<OrderItem> = {}) => item(number, minutes, {
  kind: "testimony", speakers: Object.fromEntries(ids.map((id, i) => [id, { order: i + 1, nameToShow: id, institution: "St Mary's", mayShowName: false }])), ...change,
});

describe("What is proposed about a speaker who is not there", () => {
  it("is nothing while there is time or the speaker is there", () => {
    expect(proposed(11, { ann: speaker() })).toEqual([]);
    expect(proposed(2, { ann: speaker({ readiness: "arrived" }) })).toEqual([]);
  });

  it.each(["expected", "missing"] as const)("is an understudy who is there, from ten minutes before, for one who is %s", (readiness) => {
    expect(proposed(10, { ann: speaker({ readiness, understudyId: "dan", understudy: "Dan" }), dan: speaker({ readiness: "briefed" }) }))
      .toEqual([{ kind: "take_understudy", itemId: "first", speakerId: "ann", otherSpeakerId: "dan" }]);
  });

  it("is an understudy who is not entered, for the stage manager to find", () => {
    expect(proposed(10, { ann: speaker({ understudy: "Her sister" }) })).toEqual([{ kind: "take_understudy", itemId: "first", speakerId: "ann" }]);
  });

  it("is to change places with the next one who is there, where no understudy is", () => {
    expect(proposed(10, { ann: speaker({ understudyId: "dan", understudy: "Dan" }), dan: speaker(), cleo: speaker({ readiness: "arrived" }) }))
      .toEqual([{ kind: "swap", itemId: "first", speakerId: "ann", otherItemId: "second", otherSpeakerId: "cleo" }]);
  });

  it("is one who is there for one of two, and nobody for the other", () => {
    const near = [{ itemId: "first", speakerId: "ann", startsAt: start }, { itemId: "first", speakerId: "ben", startsAt: start }, turns(0)[1]!];
    expect(speakerProposals(near, { ann: speaker(), ben: speaker(), cleo: speaker({ readiness: "arrived" }) }, start).map(({ kind }) => kind)).toEqual(["swap", "nobody"]);
  });

  it("is one of the same item who comes after them, and never one who has come before", () => {
    const near = [{ itemId: "first", speakerId: "ann", startsAt: start }, { itemId: "first", speakerId: "ben", startsAt: start }];
    expect(speakerProposals(near, { ann: speaker(), ben: speaker({ readiness: "miked" }) }, start))
      .toEqual([{ kind: "swap", itemId: "first", speakerId: "ann", otherItemId: "first", otherSpeakerId: "ben" }]);
    expect(speakerProposals(near, { ann: speaker({ readiness: "miked" }), ben: speaker() }, start).map(({ kind }) => kind)).toEqual(["nobody"]);
  });

  it("is the interpreter to look for, where the speaker is there and the interpreter is not", () => {
    expect(proposed(10, { ann: speaker({ readiness: "miked", interpreter: "Ali" }) })).toEqual([{ kind: "interpreter", itemId: "first", speakerId: "ann" }]);
    expect(proposed(10, { ann: speaker({ readiness: "miked", interpreter: "Ali", interpreterArrivedAt: at(-5) }) })).toEqual([]);
  });
});

describe("The turns to come", () => {
  const live = evening({
    items: {
      a: testimony(1, 10, ["now"], { status: "now", runningSince: at(0), endsAt: at(10), beganAt: at(0) }),
      b: testimony(2, 20, ["gone"], { status: "skipped" }), c: item(3, 5), d: testimony(4, 5, ["one", "two"]),
    },
  });

  it("are those of the item that runs and of what follows, at the times the evening gives them now", () => {
    expect(turnsOf(live, start + 4 * minute).map(({ itemId, speakerId, startsAt }) => [itemId, speakerId, (startsAt - start) / minute]))
      .toEqual([["a", "now", 4], ["d", "one", 15], ["d", "two", 15]]);
    // Two minutes over: everything to come begins later, and is near when it is ten minutes away.
    expect(turnsOf(live, start + 12 * minute).map(({ startsAt }) => (startsAt - start) / minute)).toEqual([12, 17, 17]);
  });
});

describe("Accepting a proposal", () => {
  const present = { scheduleVersion: 4 } as FloorPresent;

  it("sends the change of the order that it proposes, at the version that is shown", () => {
    expect(accepting({ kind: "take_understudy", itemId: "first", speakerId: "ann" }, present)).toEqual({ expectedVersion: 4, action: "take_understudy", itemId: "first", speakerId: "ann" });
    expect(accepting({ kind: "swap", itemId: "first", speakerId: "ann", otherItemId: "second", otherSpeakerId: "cleo" }, present))
      .toEqual({ expectedVersion: 4, action: "swap", itemId: "first", speakerId: "ann", otherItemId: "second", otherSpeakerId: "cleo" });
    expect(accepting({ kind: "nobody", itemId: "first", speakerId: "ann" }, present)).toBeUndefined();
  });
});

// @vitest-environment happy-dom
import { render } from "preact";
import { expect, test, vi } from "vitest";
import type { PreviewQuery, PreviewReply, Scene } from "../../../src/contract/contract";
import { takenOf } from "../../../src/displays/direction/direction";
import { usePreview } from "../../../src/displays/direction/usePreview";

const reply = (scene: Scene) => ({ present: { scene }, problems: [] }) as unknown as PreviewReply;

function Shown({ direction, query }: { direction: Parameters<typeof usePreview>[0]; query: PreviewQuery }) {
  const preview = usePreview(direction, query, 1);
  return <p>{preview.reply?.present?.scene ?? "nothing"}, {takenOf(preview)?.scene ?? "not to be taken"}</p>;
}

test("a scene that was chosen is taken only once it is the one in the picture", async () => {
  const asked: { query: PreviewQuery; answer: (reply: PreviewReply | undefined) => void }[] = [];
  const direction = { screen: undefined, preview: (query: PreviewQuery) => new Promise<PreviewReply | undefined>((answer) => asked.push({ query, answer })) };
  const show = async (query: PreviewQuery) => {
    render(<Shown direction={direction} query={query} />, document.body);
    await vi.waitFor(() => expect(asked.at(-1)?.query).toEqual(query));
  };
  const shows = (text: string) => vi.waitFor(() => expect(document.body.textContent).toBe(text));

  await show({});
  await shows("nothing, not to be taken");
  asked.at(-1)!.answer(reply("turnout"));
  await shows("turnout, turnout");

  await show({ scene: "blank" });
  await shows("turnout, not to be taken");
  asked.at(-1)!.answer(undefined);
  await show({ scene: "seal" });
  await shows("turnout, not to be taken");
  asked.at(-1)!.answer(reply("seal"));
  await shows("seal, seal");
});

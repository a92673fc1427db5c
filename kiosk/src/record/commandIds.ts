import { uuid } from "../shell/ids";

/**
 * The id of an intention ("reveal these cells at these versions"). A second tap on the same intention carries the same
 * id, so the server does it once; after an answer the same words are a new intention.
 */
export class CommandIds {
  #ids = new Map<string, string>();

  of(intention: unknown): string {
    const key = JSON.stringify(intention);
    const id = this.#ids.get(key) ?? uuid();
    this.#ids.set(key, id);
    return id;
  }

  answered(intention: unknown): void {
    this.#ids.delete(JSON.stringify(intention));
  }
}

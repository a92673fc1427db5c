import type { ScreenAsk, ScreenCell } from "../../contract/contract";
import { wordOnBoard, type AnswerCode } from "../../record/answers";
import type { Tongue } from "../layout/tongues";

/** The words on the plates in other languages of our halls. A language that is missing shows the first one only: better than a guess. */
const plates: Readonly<Record<string, Record<AnswerCode, string>>> = {
  es: { yes: "SÍ", yes_with_conditions: "SÍ, CON CONDICIÓN", partial: "SÍ A UNA PARTE", counter_offer: "OTRA OFERTA", no: "NO", deferred: "RESPONDERÁ", no_answer: "SIN RESPUESTA", absent: "AUSENTE", not_asked: "NO SE PREGUNTÓ" },
  fr: { yes: "OUI", yes_with_conditions: "OUI, SOUS CONDITION", partial: "OUI EN PARTIE", counter_offer: "AUTRE OFFRE", no: "NON", deferred: "RÉPONDRA", no_answer: "SANS RÉPONSE", absent: "ABSENT", not_asked: "NON POSÉE" },
  pl: { yes: "TAK", yes_with_conditions: "TAK, POD WARUNKIEM", partial: "TAK, CZĘŚCIOWO", counter_offer: "INNA OFERTA", no: "NIE", deferred: "ODPOWIE", no_answer: "BRAK ODPOWIEDZI", absent: "NIEOBECNY", not_asked: "NIE ZAPYTANO" },
  ar: { yes: "نعم", yes_with_conditions: "نعم، بشرط", partial: "نعم جزئيًا", counter_offer: "عرض آخر", no: "لا", deferred: "سيجيب", no_answer: "لا جواب", absent: "غائب", not_asked: "لم يُسأل" },
};

const base = (language: string) => language.toLowerCase().split("-")[0]!;

/** The ask's own words, and after them the same in a second language where it was translated. */
export function tonguesOf(ask: ScreenAsk, second: string | undefined): Tongue[] {
  const other = second === undefined ? undefined : translationOf(ask, second);
  return [{ text: ask.text }, ...(other === undefined ? [] : [{ text: other, lang: second }])];
}

const translationOf = ({ translations = [] }: ScreenAsk, second: string) =>
  (translations.find(({ language }) => language === second) ?? translations.find(({ language }) => base(language) === base(second)))?.text;

/** The plate's words in both languages, at one size. */
export const wordIn = (language: string) => ({ answer }: ScreenCell): string => {
  const own = wordOnBoard(answer!.code);
  const other = plates[base(language)]?.[answer!.code];
  return other === undefined || other === own ? own : `${own} · ${other}`;
};

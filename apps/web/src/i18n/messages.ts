import auth from "../../messages/en/auth.json" with { type: "json" };
import author from "../../messages/en/author.json" with { type: "json" };
import classes from "../../messages/en/classes.json" with { type: "json" };
import common from "../../messages/en/common.json" with { type: "json" };
import deck from "../../messages/en/deck.json" with { type: "json" };
import home from "../../messages/en/home.json" with { type: "json" };
import homework from "../../messages/en/homework.json" with { type: "json" };
import host from "../../messages/en/host.json" with { type: "json" };
import item from "../../messages/en/item.json" with { type: "json" };
import join from "../../messages/en/join.json" with { type: "json" };
import picture from "../../messages/en/picture.json" with { type: "json" };
import play from "../../messages/en/play.json" with { type: "json" };
import projector from "../../messages/en/projector.json" with { type: "json" };
import question from "../../messages/en/question.json" with { type: "json" };
import results from "../../messages/en/results.json" with { type: "json" };
import reveal from "../../messages/en/reveal.json" with { type: "json" };
import rooms from "../../messages/en/rooms.json" with { type: "json" };
import shell from "../../messages/en/shell.json" with { type: "json" };

/** English, one file per feature; the file's name is the namespace. */
export const messages = {
  auth,
  author,
  classes,
  common,
  deck,
  home,
  homework,
  host,
  item,
  join,
  picture,
  play,
  projector,
  question,
  results,
  reveal,
  rooms,
  shell,
};

export type Namespace = keyof typeof messages;

/** What the instructor's desk needs in the browser. */
export const deskNamespaces: readonly Namespace[] = [
  "common",
  "auth",
  "author",
  "classes",
  "deck",
  "homework",
  "item",
  "shell",
  "question",
  "reveal",
  "picture",
  "results",
];

declare module "next-intl" {
  interface AppConfig {
    Locale: "en";
    Messages: typeof messages;
  }
}

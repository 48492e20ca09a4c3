import { Card } from "@pyrena/ui";
import { getTranslations } from "next-intl/server";
import { JoinForm, type JoinWords } from "./join-form.tsx";

/**
 * The form with its words resolved on the server: the join page carries no message library, because a phone on a
 * school network has to download everything before the PIN can be typed.
 */
export async function JoinCard({ pin }: { pin: string }) {
  const t = await getTranslations("join");
  const errors: Record<string, string> = {
    "pin-short": t("errors.pinShort"),
    "room-not-found": t("errors.roomNotFound"),
    "room-ended": t("errors.roomEnded"),
    "room-locked": t("errors.roomLocked"),
    "room-unavailable": t("errors.roomUnavailable"),
    "nickname-empty": t("errors.nicknameEmpty"),
    "nickname-too-long": t("errors.nicknameTooLong"),
    "nickname-forbidden-characters": t("errors.nicknameCharacters"),
    "nickname-taken": t("errors.nicknameTaken"),
    "too-many-attempts": t("errors.tooMany", { seconds: "{seconds}" }),
    "participant-removed": t("errors.removed"),
    unreachable: t("errors.unreachable"),
    unknown: t("errors.unknown"),
  };
  const words: JoinWords = {
    heading: t("heading"),
    pin: t("pin"),
    pinHint: t("pinHint"),
    nickname: t("nickname"),
    nicknameHint: t("nicknameHint"),
    submit: t("submit"),
    joining: t("joining"),
    alreadyIn: t("back.title", { name: "{name}" }),
    goOn: t("back.go", { name: "{name}" }),
    notYou: t("back.notYou"),
    takenTry: t("errors.nicknameTakenTry", { suggestion: "{suggestion}" }),
    errors,
  };
  return (
    <Card aria-label={words.heading} className="p-6">
      <JoinForm pin={pin} words={words} />
    </Card>
  );
}

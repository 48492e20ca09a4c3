"use client";

import { Button, TextInput } from "@pyrena/ui";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { readCredentialByPin, type StoredCredential } from "../live/credentials.ts";
import type { JoinOutcome } from "./join-room.ts";

export interface JoinWords {
  readonly heading: string;
  readonly pin: string;
  readonly pinHint: string;
  readonly nickname: string;
  readonly nicknameHint: string;
  readonly submit: string;
  readonly joining: string;
  readonly alreadyIn: string;
  readonly goOn: string;
  readonly notYou: string;
  readonly takenTry: string;
  readonly errors: Readonly<Record<string, string>>;
}

/** Everything that is not needed to type comes with the first letter: the request is its own little download. */
const loadJoinRoom = () => import("./join-room.ts");

export function JoinForm({ pin: givenPin, words }: { pin: string; words: JoinWords }) {
  const [pin, setPin] = useState(givenPin);
  const [nickname, setNickname] = useState("");
  const [isJoining, setJoining] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [known, setKnown] = useState<StoredCredential | null>(null);
  const nicknameField = useRef<HTMLInputElement>(null);
  const cleanPin = pin.replace(/[\s-]/g, "");

  useEffect(() => {
    setKnown(cleanPin.length === PIN_LENGTH ? readCredentialByPin(cleanPin) : null);
  }, [cleanPin]);

  useEffect(() => {
    if (givenPin) nicknameField.current?.focus();
  }, [givenPin]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (cleanPin.length !== PIN_LENGTH)
      return setRefusal({ field: "pin", text: words.errors["pin-short"] ?? "" });
    if (!nickname.trim())
      return setRefusal({ field: "nickname", text: words.errors["nickname-empty"] ?? "" });
    setJoining(true);
    setRefusal(null);
    const outcome = await loadJoinRoom()
      .then((module) => module.joinRoom(cleanPin, nickname))
      .catch((): JoinOutcome => ({ ok: false, code: "unreachable" }));
    if (outcome.ok) return enter(outcome.roomId);
    setJoining(false);
    setRefusal(refusalOf(outcome, words));
  };

  if (known) {
    return (
      <div className="flex flex-col gap-4">
        <p className="text-20 font-semibold">{words.alreadyIn.replace("{name}", known.nickname)}</p>
        <Button tone="primary" size="large" wide onClick={() => enter(known.roomId)}>
          {words.goOn.replace("{name}", known.nickname)}
        </Button>
        <Button tone="quiet" wide onClick={() => setKnown(null)}>
          {words.notYou}
        </Button>
      </div>
    );
  }

  return (
    <form onSubmit={submit} onInput={() => void loadJoinRoom()} noValidate className="flex flex-col gap-6">
      <TextInput
        label={words.pin}
        hint={words.pinHint}
        error={refusal?.field === "pin" ? refusal.text : undefined}
        value={pin}
        onChange={(event) => setPin(event.target.value.toUpperCase())}
        maxLength={12}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="next"
        className="text-center font-mono text-25 font-bold tracking-[0.2em]"
      />
      <TextInput
        ref={nicknameField}
        label={words.nickname}
        hint={words.nicknameHint}
        error={refusal?.field === "nickname" ? refusal.text : undefined}
        value={nickname}
        onChange={(event) => setNickname(event.target.value)}
        autoComplete="nickname"
        enterKeyHint="go"
        className="text-20"
      />
      {refusal?.field === "form" ? (
        <p role="alert" className="text-16 font-medium text-bad">
          <span aria-hidden="true">✕ </span>
          {refusal.text}
        </p>
      ) : null}
      <Button type="submit" tone="primary" size="large" wide busy={isJoining}>
        {isJoining ? words.joining : words.submit}
      </Button>
    </form>
  );
}

const PIN_LENGTH = 6;

/** A plain visit: the join page carries no router, it has to be small. */
function enter(roomId: string): void {
  location.assign(`/play/${roomId}`);
}

interface Refusal {
  readonly field: "pin" | "nickname" | "form";
  readonly text: string;
}

function refusalOf(outcome: Exclude<JoinOutcome, { ok: true }>, words: JoinWords): Refusal {
  const text = (words.errors[outcome.code] ?? words.errors.unknown ?? "").replace(
    "{seconds}",
    String(outcome.retryAfterSeconds ?? 30),
  );
  if (outcome.code === "nickname-taken" && outcome.suggestion) {
    return { field: "nickname", text: words.takenTry.replace("{suggestion}", outcome.suggestion) };
  }
  if (outcome.code.startsWith("nickname-")) return { field: "nickname", text };
  if (outcome.code.startsWith("room-") && outcome.code !== "room-unavailable") return { field: "pin", text };
  return { field: "form", text };
}

import type { RoomSummary } from "@pyrena/contracts";
import { Badge, buttonClass, EmptyState } from "@pyrena/ui";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { spacedPin } from "../stage/join-info.ts";

/** Every room of the instructor's, open ones first. */
export async function RoomsPage({ rooms }: { rooms: readonly RoomSummary[] }) {
  const t = await getTranslations("rooms");
  const isOpen = (room: RoomSummary) => room.endedAt === null;
  const sections = [
    { title: t("open"), rooms: rooms.filter(isOpen) },
    { title: t("ended"), rooms: rooms.filter((room) => !isOpen(room)) },
  ];
  return (
    <div className="flex flex-col gap-8">
      <h1 className="text-25 font-bold">{t("title")}</h1>
      {rooms.length === 0 ? (
        <EmptyState
          title={t("empty.title")}
          action={
            <Link href="/decks" className={buttonClass({ tone: "primary" })}>
              {t("empty.action")}
            </Link>
          }
        >
          {t("empty.body")}
        </EmptyState>
      ) : null}
      {sections
        .filter((section) => section.rooms.length > 0)
        .map((section) => (
          <section key={section.title} className="flex flex-col gap-3">
            <h2 className="text-20 font-bold">{section.title}</h2>
            <ul className="divide-y divide-line rounded-box border border-line bg-surface">
              {section.rooms.map((room) => (
                <RoomRow key={room.id} room={room} />
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}

async function RoomRow({ room }: { room: RoomSummary }) {
  const [t, format] = await Promise.all([getTranslations("rooms"), getFormatter()]);
  const { id, pin, title, participants, createdAt, endedAt } = room;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="flex min-w-0 grow basis-60 flex-col">
        <span className="font-semibold break-words">{title}</span>
        <span className="text-14 text-muted">
          <time dateTime={createdAt.toISOString()}>
            {format.dateTime(createdAt, { dateStyle: "medium", timeStyle: "short" })}
          </time>
          {" · "}
          {t("people", { count: participants })}
        </span>
      </div>
      {endedAt === null ? (
        <Badge>
          {t("pin")} <b className="font-mono text-ink">{spacedPin(pin)}</b>
        </Badge>
      ) : null}
      <div className="flex gap-2">
        {endedAt === null ? (
          <Link
            href={`/host/${id}`}
            aria-label={t("hostLabel", { title })}
            className={buttonClass({ tone: "primary" })}
          >
            {t("host")}
          </Link>
        ) : null}
        <Link
          href={`/room/${id}/results`}
          aria-label={t("resultsLabel", { title })}
          className={buttonClass()}
        >
          {t("results")}
        </Link>
      </div>
    </li>
  );
}

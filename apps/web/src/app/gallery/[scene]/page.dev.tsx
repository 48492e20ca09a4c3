import type { PhaseView } from "@pyrena/contracts";
import { Gallery, type GalleryProps } from "../../../features/gallery/gallery.tsx";
import { WithMessages } from "../../../i18n/with-messages.tsx";

interface PageProps {
  readonly params: Promise<{ scene: string }>;
  readonly searchParams: Promise<{ widget?: GalleryProps["widget"]; variant?: string }>;
}

/** `/gallery/student-open?widget=choice`: a page to look at without a class. */
export default async function Page({ params, searchParams }: PageProps) {
  const { scene } = await params;
  const { widget = "number", variant = "" } = await searchParams;
  const [audience, phase] = scene.split("-") as [GalleryProps["audience"], PhaseView["phase"]];
  return (
    <WithMessages of={["common", "play", "question", "reveal", "picture", "host", "projector"]}>
      <Gallery audience={audience} phase={phase} widget={widget} variant={variant} />
    </WithMessages>
  );
}

// The link as a QR code: somebody in the same room points a phone at it.
import { useMemo } from "react";
import { t } from "../i18n/translate-later.ts";
import { codePicture } from "./code-path.ts";

export function LinkCode({ address }: { readonly address: string }) {
  const { side, path } = useMemo(() => codePicture(address), [address]);
  return (
    <figure className="share-code">
      <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={t("share.code.label")} shapeRendering="crispEdges">
        <path d={path} />
      </svg>
      <figcaption>{t("share.code.text")}</figcaption>
    </figure>
  );
}

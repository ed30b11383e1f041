// The controls of the style, the same in the panel and in the phone's sheet.
import { CORNER_NAMES, DASH_NAMES, FILL_NAMES, LINE_ROUTE_NAMES, ROUGHNESS_NAMES, ROUTE_NAMES, SIZE_NAMES } from "@inkroom/shapes";
import { ERASER_NAMES } from "@inkroom/editor";
import { type MouseEvent, Suspense } from "react";
import { useBoard } from "../board/board-context.ts";
import { t } from "../i18n/translate-later.ts";
import { ArrangeRow } from "./ArrangeRow.tsx";
import { AutoShapeRow } from "./AutoShapeRow.tsx";
import { ChoiceRow } from "./ChoiceRow.tsx";
import { ColorRow } from "./ColorRow.tsx";
import { FillColorRow } from "./FillColorRow.tsx";
import { FormGrid } from "./FormGrid.tsx";
import { CornersGlyph, DashGlyph, EraserGlyph, FillGlyph, RoughnessGlyph, RouteGlyph, SizeGlyph } from "./glyphs.tsx";
import { HeadRow } from "./HeadRow.tsx";
import { word } from "./line-words.ts";
import type { PanelStyle } from "./panel-style.ts";
import { lazyPart } from "../ui/lazy-part.ts";
import { PlaceFields } from "./PlaceFields.tsx";
import { TextRows } from "./TextRows.tsx";
import "./style-panel.css";

const OpacitySlider = lazyPart(async () => (await import("./OpacitySlider.tsx")).OpacitySlider);

export function StyleControls({ style }: { readonly style: PanelStyle }) {
  const { editor } = useBoard();
  const {
    color,
    markerColor,
    noteColor,
    eraser,
    fill,
    fillColor,
    dash,
    size,
    corners,
    roughness,
    route,
    startHead,
    endHead,
    form,
    opacity,
    hasSelection,
  } = style;
  /** A press on a button leaves the focus in the field where something is written: that goes on. */
  const keepWriting = (event: MouseEvent): void => {
    if (editor.state.editingText !== undefined && !(event.target instanceof HTMLInputElement)) event.preventDefault();
  };
  return (
    <div className="style-controls" onMouseDown={keepWriting}>
      {color !== undefined && <ColorRow use="color" value={color} />}
      {markerColor !== undefined && <ColorRow use="markerColor" value={markerColor} />}
      {noteColor !== undefined && <ColorRow use="noteColor" value={noteColor} />}
      {size !== undefined && (
        <ChoiceRow
          label={t("style.size")}
          value={size}
          choices={SIZE_NAMES}
          labelOf={(name) => t(`size.${name}`)}
          draw={(name) => <SizeGlyph size={name} />}
          onChoose={(chosen) => editor.setStyle({ size: chosen })}
        />
      )}
      {style.font !== undefined && <TextRows style={style} />}
      {dash !== undefined && (
        <ChoiceRow
          label={t("style.dash")}
          value={dash}
          choices={DASH_NAMES}
          labelOf={(name) => t(`dash.${name}`)}
          draw={(name) => <DashGlyph dash={name} />}
          onChoose={(chosen) => editor.setStyle({ dash: chosen })}
        />
      )}
      {roughness !== undefined && (
        <ChoiceRow
          label={t("style.roughness")}
          value={roughness}
          choices={ROUGHNESS_NAMES}
          labelOf={(name) => t(`roughness.${name}`)}
          draw={(name) => <RoughnessGlyph roughness={name} />}
          onChoose={(chosen) => editor.setStyle({ roughness: chosen })}
        />
      )}
      {fill !== undefined && (
        <div className="fill-rows">
          <ChoiceRow
            label={t("style.fill")}
            value={fill}
            choices={FILL_NAMES}
            labelOf={(name) => t(`fill.${name}`)}
            draw={(name) => <FillGlyph fill={name} />}
            onChoose={(chosen) => editor.setStyle({ fill: chosen })}
          />
          {fillColor !== undefined && <FillColorRow value={fillColor} fill={fill} color={color} />}
        </div>
      )}
      {corners !== undefined && (
        <ChoiceRow
          label={t("style.corners")}
          value={corners}
          choices={CORNER_NAMES}
          labelOf={(name) => t(`corners.${name}`)}
          draw={(name) => <CornersGlyph corners={name} />}
          onChoose={(chosen) => editor.setStyle({ corners: chosen })}
        />
      )}
      {route !== undefined && (
        <ChoiceRow
          label={word("route")}
          value={endHead === undefined && route === "elbow" ? "sharp" : route}
          // An elbow is for arrows.
          choices={endHead === undefined ? LINE_ROUTE_NAMES : ROUTE_NAMES}
          labelOf={(name) => word(`route.${name}`)}
          draw={(name) => <RouteGlyph route={name} />}
          onChoose={(chosen) => editor.setStyle({ route: chosen })}
        />
      )}
      {startHead !== undefined && endHead !== undefined && (
        <HeadRow start={startHead} end={endHead} onChoose={(heads) => editor.setStyle(heads)} />
      )}
      {form !== undefined && <FormGrid value={form} side="left" onChoose={(chosen) => editor.setStyle({ form: chosen })} />}
      {eraser !== undefined && (
        <ChoiceRow
          label={t("style.eraser")}
          value={eraser}
          choices={ERASER_NAMES}
          labelOf={(name) => t(`eraser.${name}`)}
          draw={(name) => <EraserGlyph eraser={name} />}
          onChoose={(chosen) => editor.setStyle({ eraser: chosen })}
        />
      )}
      <AutoShapeRow />
      {opacity !== undefined && (
        <Suspense fallback={<div className="opacity-place" />}>
          <OpacitySlider value={opacity} onChoose={(chosen) => editor.setStyle({ opacity: chosen })} />
        </Suspense>
      )}
      {hasSelection === true && <PlaceFields />}
      {hasSelection === true && <ArrangeRow />}
    </div>
  );
}

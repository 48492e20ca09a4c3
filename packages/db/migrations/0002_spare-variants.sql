CREATE TABLE "spare_variant" (
	"variant_id" text PRIMARY KEY NOT NULL,
	"item_version_id" text NOT NULL,
	"engine_version" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "spare_variant" ADD CONSTRAINT "spare_variant_variant_id_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spare_variant" ADD CONSTRAINT "spare_variant_item_version_id_item_version_id_fk" FOREIGN KEY ("item_version_id") REFERENCES "public"."item_version"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "spare_variant_item_version_id_index" ON "spare_variant" USING btree ("item_version_id");
CREATE TABLE "accommodation" (
	"id" text PRIMARY KEY NOT NULL,
	"class_id" text NOT NULL,
	"user_id" text NOT NULL,
	"assignment_id" text,
	"extra_time_factor" real,
	"extra_days" integer,
	"opens_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"closes_at" timestamp with time zone,
	"max_attempts" integer,
	"is_excused" boolean,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accommodation_once" UNIQUE NULLS NOT DISTINCT("class_id","user_id","assignment_id"),
	CONSTRAINT "accommodation_factor" CHECK ("accommodation"."extra_time_factor" between 1 and 10)
);
--> statement-breakpoint
CREATE TABLE "assignment" (
	"id" text PRIMARY KEY NOT NULL,
	"class_id" text NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"opens_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"closes_at" timestamp with time zone,
	"policy" json NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "assignment_item" (
	"id" text PRIMARY KEY NOT NULL,
	"assignment_id" text NOT NULL,
	"item_version_id" text NOT NULL,
	"position" integer NOT NULL,
	"weight" real DEFAULT 1 NOT NULL,
	CONSTRAINT "assignment_item_assignment_id_position_unique" UNIQUE("assignment_id","position")
);
--> statement-breakpoint
CREATE TABLE "attempt" (
	"id" text PRIMARY KEY NOT NULL,
	"assignment_item_id" text NOT NULL,
	"user_id" text NOT NULL,
	"purpose" text NOT NULL,
	"ordinal" integer NOT NULL,
	"variant_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"draft" json,
	"draft_version" integer DEFAULT 0 NOT NULL,
	"draft_saved_at" timestamp with time zone,
	CONSTRAINT "attempt_once" UNIQUE("assignment_item_id","user_id","purpose","ordinal")
);
--> statement-breakpoint
CREATE TABLE "grade" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "grade_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"submission_id" text NOT NULL,
	"variant_key_id" bigint NOT NULL,
	"score" real NOT NULL,
	"is_correct" boolean NOT NULL,
	"grade" json NOT NULL,
	"cause" text NOT NULL,
	"reason" text,
	"actor_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "grade_score" CHECK ("grade"."score" between 0 and 1),
	CONSTRAINT "grade_override_reason" CHECK ("grade"."cause" <> 'overridden' or "grade"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "sitting" (
	"assignment_id" text NOT NULL,
	"user_id" text NOT NULL,
	"seed" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sitting_assignment_id_user_id_pk" PRIMARY KEY("assignment_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "submission" (
	"id" text PRIMARY KEY NOT NULL,
	"attempt_id" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"response" json NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "submission_once" UNIQUE("attempt_id")
);
--> statement-breakpoint
ALTER TABLE "enrolment" DROP CONSTRAINT "enrolment_class_id_user_id_unique";--> statement-breakpoint
ALTER TABLE "class" ADD COLUMN "code" text;--> statement-breakpoint
-- Classes made before there were codes get one of their own; naming the class makes the query run anew for each.
UPDATE "class" SET "code" = (
	SELECT string_agg(substr('34679CDFGHJKMNPQRTWXY', 1 + floor(random() * 21)::int, 1), '')
	FROM generate_series(1, 8) WHERE "class"."id" IS NOT NULL
);--> statement-breakpoint
ALTER TABLE "class" ALTER COLUMN "code" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "class" ADD COLUMN "python" text DEFAULT '3.13' NOT NULL;--> statement-breakpoint
ALTER TABLE "enrolment" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "user" ADD COLUMN "is_instructor" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- Until now only instructors had accounts.
UPDATE "user" SET "is_instructor" = true;--> statement-breakpoint
ALTER TABLE "accommodation" ADD CONSTRAINT "accommodation_class_id_class_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."class"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accommodation" ADD CONSTRAINT "accommodation_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accommodation" ADD CONSTRAINT "accommodation_assignment_id_assignment_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_class_id_class_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."class"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_item" ADD CONSTRAINT "assignment_item_assignment_id_assignment_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_item" ADD CONSTRAINT "assignment_item_item_version_id_item_version_id_fk" FOREIGN KEY ("item_version_id") REFERENCES "public"."item_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_assignment_item_id_assignment_item_id_fk" FOREIGN KEY ("assignment_item_id") REFERENCES "public"."assignment_item"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_variant_id_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grade" ADD CONSTRAINT "grade_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grade" ADD CONSTRAINT "grade_variant_key_id_variant_key_id_fk" FOREIGN KEY ("variant_key_id") REFERENCES "public"."variant_key"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sitting" ADD CONSTRAINT "sitting_assignment_id_assignment_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sitting" ADD CONSTRAINT "sitting_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_attempt_id_attempt_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempt"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignment_class_id_index" ON "assignment" USING btree ("class_id");--> statement-breakpoint
CREATE INDEX "attempt_user_id_index" ON "attempt" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "grade_submission_id_id_index" ON "grade" USING btree ("submission_id","id");--> statement-breakpoint
CREATE INDEX "sitting_user_id_index" ON "sitting" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "enrolment_user_id_index" ON "enrolment" USING btree ("user_id");--> statement-breakpoint
ALTER TABLE "class" ADD CONSTRAINT "class_code_unique" UNIQUE("code");--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_once" UNIQUE("class_id","user_id");--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE ON "submission" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE ON "grade" FOR EACH ROW EXECUTE FUNCTION refuse_change();

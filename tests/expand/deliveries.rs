/// A `Job` object.
#[non_exhaustive]
pub struct Job {
    /// `id`
    pub id: ::callsheet::__private::String,
    /// Fields that the spec does not know, by name.
    pub extra: ::callsheet::Extra,
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "Job",
        &[__rt::Field::required("id", "id")],
    );
    __rt::object!(SCHEMA, Job[] { id } extra);
    __rt::data!(Job[] { id } extra);
};
/// A delivery of `job_done`, with its headers.
#[non_exhaustive]
pub struct JobDoneEvent {
    /// What the body holds.
    pub body: Job,
    /// `Acme-Delivery`
    pub acme_delivery: ::callsheet::Uuid,
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "JobDoneEvent",
        &[
            __rt::Field::required("body", "body").at(__rt::Place::Payload),
            __rt::Field::required("Acme-Delivery", "acme_delivery")
                .at(__rt::Place::Header),
        ],
    );
    __rt::object!(SCHEMA, JobDoneEvent[] { body, acme_delivery });
    __rt::data!(JobDoneEvent[] { body, acme_delivery });
};
/// Deliveries of webhooks: each function starts the verifier of one.
pub mod webhooks {
    use ::callsheet::__private as __rt;
    __rt::webhooks! {
        #[doc = " A job has ended."] #[doc = ""] #[doc =
        " `webhook-signature` holds the HMAC-SHA256 of `{id}.{timestamp}.{body}`, by a secret of the endpoint. `secrets_from_env` takes those in `ACME_WEBHOOK_SECRET`. The service expects 2xx."]
        job_done : super::JobDoneEvent = __rt::Webhook::new("job_done",
        __rt::Signature::base64("webhook-signature", "v1,")
        .stamp(__rt::Stamp::Header("webhook-timestamp")).id("webhook-id").signed(&
        [__rt::SignedPart::Id, __rt::SignedPart::Text("."), __rt::SignedPart::Timestamp,
        __rt::SignedPart::Text("."), __rt::SignedPart::Body]).base64_key("whsec_").env(&
        ["ACME_WEBHOOK_SECRET"]).tolerance(600000), __rt::Content::Headed(&
        __rt::Content::Json));
    }
}
/// Endpoints and types of `jobs`.
pub mod jobs {
    /// What the body of `started` holds.
    #[non_exhaustive]
    pub struct StartedBody {
        /// `job`
        pub job: super::Job,
        /// `at`
        pub at: ::callsheet::UnixTime,
        /// Fields that the spec does not know, by name.
        pub extra: ::callsheet::Extra,
    }
    const _: () = {
        use ::callsheet::__private as __rt;
        static SCHEMA: __rt::Schema = __rt::Schema::new(
            "StartedBody",
            &[__rt::Field::required("job", "job"), __rt::Field::required("at", "at")],
        );
        __rt::object!(SCHEMA, StartedBody[] { job, at } extra);
        __rt::data!(StartedBody[] { job, at } extra);
    };
    /// Deliveries of webhooks: each function starts the verifier of one.
    pub mod webhooks {
        use ::callsheet::__private as __rt;
        __rt::webhooks! {
            #[doc = " Starts the verifier of `started`."] #[doc = ""] #[doc =
            " `Acme-Signature` holds the HMAC-SHA256 of `{timestamp}.{body}`, by a secret of the endpoint."]
            started : super::StartedBody = __rt::Webhook::new("jobs.started",
            __rt::Signature::hex("acme-signature", "v1=").separator(',')
            .stamp(__rt::Stamp::Entry("t=")).signed(& [__rt::SignedPart::Timestamp,
            __rt::SignedPart::Text("."), __rt::SignedPart::Body]), __rt::Content::Json);
            #[doc = " Starts the verifier of `note`."] #[doc = ""] #[doc =
            " `Acme-Signature` holds the HMAC-SHA256 of `{body}`, by a secret of the endpoint."]
            note : ::callsheet::__private::String = __rt::Webhook::new("jobs.note",
            __rt::Signature::hex("acme-signature", "sha256="),
            __rt::Content::Text("text/plain"));
        }
    }
}
#[allow(unexpected_cfgs)]
const _: () = {
    #[cfg(rust_analyzer)]
    const _: () = {
        use ::callsheet::__private::keywords;
        const _: (
            keywords::attribute::signature,
            keywords::item::webhook,
            keywords::section::header,
            keywords::section::body,
            keywords::item::r#mod,
            keywords::attribute::signature,
            keywords::item::webhook,
            keywords::section::body,
            keywords::attribute::signature,
            keywords::item::webhook,
            keywords::section::body,
            keywords::encoding::text,
            keywords::item::r#struct,
        ) = loop {};
    };
};

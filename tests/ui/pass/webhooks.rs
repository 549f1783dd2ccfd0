#![deny(warnings)]

callsheet::client! {
    #[signature(hmac_sha256, header = Acme-Signature, secret = env("ACME_WEBHOOK_SECRET"))]
    api Acme { server "https://api.acme.com" }

    /// An order was paid.
    webhook order_paid { body Order -> 2xx }

    mod orders {
        mod old {
            #[deprecated(note = "use `order_paid`")]
            #[signature(hmac_sha256, header = X-Old, format = "{base64}")]
            webhook paid { header { X-Old-Id?: OrderId } body Order }
            webhook type { body text -> 200 -> 204 }
            webhook many { body [Order] }
            webhook inline { body { order: Order, at: UnixTime } }
        }
        webhook any { body Json }
        webhook maybe { body Order | null }
    }
    struct OrderId(String in "^ord_");
    struct Order { id: OrderId, cents: u64 }
}

use callsheet::webhook::{Delivery, Verifier, VerifierBuilder, WebhookError};

fn handle(verifier: &Verifier<Order>) -> Result<Delivery<Order>, WebhookError> {
    verifier.verify_with_meta(&callsheet::http::HeaderMap::new(), b"{}")
}

fn main() {
    let verifier = webhooks::order_paid().secret("s").build().unwrap();
    assert!(handle(&verifier).is_err());
    #[allow(deprecated)]
    let _: VerifierBuilder<orders::old::PaidEvent> = orders::old::webhooks::paid();
    let _: VerifierBuilder<String> = orders::old::webhooks::r#type();
    let _: VerifierBuilder<Vec<Order>> = orders::old::webhooks::many();
    let _: VerifierBuilder<orders::old::InlineBody> = orders::old::webhooks::inline();
    let _: VerifierBuilder<callsheet::Json> = orders::webhooks::any();
    let _: VerifierBuilder<Option<Order>> = orders::webhooks::maybe();
}

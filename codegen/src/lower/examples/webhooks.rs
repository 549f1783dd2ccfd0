//! Examples of webhooks: what a service sends, which may hold more than the spec knows.

use super::{Fit, Way};
use crate::lower::Lowering;
use crate::syntax::tree::Section;

impl Lowering<'_> {
    /// Checks the examples of every webhook.
    pub(super) fn check_webhook_examples(&mut self) {
        let mut found = Vec::new();
        for ((_, item), webhook) in self.webhooks.iter().zip(&self.api.webhooks) {
            if item.incomplete {
                continue;
            }
            for section in &item.sections {
                let Section::Example(example) = section else { continue };
                let mut fit = Fit { lowering: self, way: Way::Response, found: &mut found };
                if let Some(body) = &example.request {
                    fit.value(body, &webhook.content, "");
                }
                if let Some((_, answer)) = &example.response {
                    fit.error(answer.span, "what a delivery is answered with holds nothing");
                }
            }
        }
        for diagnostic in found {
            self.diags.push(diagnostic);
        }
    }
}

//! Webhooks: a name, then sections as an endpoint has them.

use super::parser::Parser;
use super::tree::{Meta, Webhook};

impl Parser<'_> {
    /// `webhook order_paid { ... }`
    pub(super) fn webhook(&mut self, meta: Meta) -> Option<Webhook> {
        self.skip();
        let name = self.ident("the name of a webhook")?;
        if !self.at_group('{') {
            self.expected(&format!("`{{` after `webhook {}`", name.text));
            return None;
        }
        let problems = self.diags.len();
        let sections = self.group(Self::sections)?;
        let incomplete = self.diags.len() > problems;
        Some(Webhook { meta, name, sections, incomplete })
    }
}

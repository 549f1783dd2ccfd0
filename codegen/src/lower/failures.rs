//! `errors { ... }`: everything documented as going wrong becomes one catalog for the whole API.

use super::{Lowering, naming::Case};
use crate::model::{DeclaredFailure, Failure, ModuleId, Name, ROOT, StatusKind, Type, TypeKind};
use crate::syntax::tree::{self, Case as ErrorCase};

impl Lowering<'_> {
    /// Lowers the cases that the `api` block declares for every operation.
    pub(super) fn lower_failures(&mut self) {
        let Some(header) = self.header else { return };
        for declared in self.error_cases(&header.errors, ROOT) {
            if let Some(failure) = self.api.failures.get_mut(declared.failure) {
                failure.everywhere = true;
            }
        }
    }

    /// Lowers the cases of one block, and adds what is new to the catalog.
    pub(super) fn error_cases(
        &mut self,
        cases: &[ErrorCase],
        module: ModuleId,
    ) -> Vec<DeclaredFailure> {
        let mut declared: Vec<DeclaredFailure> = Vec::new();
        for case in cases {
            self.allow_attrs(&case.meta, &[], "an error");
            let status = status_kind(case.status.kind);
            if matches!(status, StatusKind::Code(100..=299) | StatusKind::Class(1 | 2)) {
                self.error_help(
                    case.status.span,
                    format!("`{status}` is not an error"),
                    Some("what a success holds stands after `->`".into()),
                );
                continue;
            }
            let Some(failure) = self.failure(case, status, module) else {
                continue;
            };
            if declared.iter().any(|other| other.failure == failure && other.status == status) {
                let span = case.code.as_ref().map_or(case.status.span, |code| code.wire.span);
                self.error(span, "this error is declared twice");
                continue;
            }
            declared.push(DeclaredFailure { failure, status, docs: case.meta.docs.clone() });
        }
        declared
    }

    /// The failure in the catalog that a case stands for.
    fn failure(&mut self, case: &ErrorCase, status: StatusKind, module: ModuleId) -> Option<usize> {
        let name = match &case.code {
            Some(code) => {
                if self.api.envelope.is_none() && self.extend.is_none() {
                    self.missing_envelope(code);
                    return None;
                }
                self.name(code, Case::Pascal)
            }
            None => Name { span: case.status.span, ..status_name(status) },
        };
        let payload = match &case.payload {
            Some(ty) => Some(self.resolve(ty, module)),
            None => self.envelope_type(),
        };
        let has_code = case.code.is_some();
        let known = self
            .api
            .failures
            .iter()
            .position(|other| other.has_code == has_code && other.name.wire == name.wire);
        let Some(index) = known else {
            self.api.failures.push(Failure {
                name,
                has_code,
                statuses: vec![status],
                docs: case.meta.docs.clone(),
                payload,
                everywhere: false,
            });
            return Some(self.api.failures.len() - 1);
        };
        let failure = self.api.failures.get_mut(index)?;
        if !failure.statuses.contains(&status) {
            failure.statuses.push(status);
        }
        if failure.docs.is_empty() {
            failure.docs.clone_from(&case.meta.docs);
        }
        if failure.payload != payload {
            let span = case.payload.as_ref().map_or(name.span, |ty| ty.span);
            self.error(span, format!("`{}` is declared elsewhere with another payload", name.wire));
        } else if failure.name.rust != name.rust {
            let message = format!(
                "`{}` is called `{}` elsewhere; one error has one name",
                name.wire, failure.name.rust
            );
            self.error(name.span, message);
        }
        Some(index)
    }

    fn envelope_type(&self) -> Option<Type> {
        let envelope = self.api.envelope.as_ref()?;
        Some(Type::plain(TypeKind::Named(envelope.ty)))
    }

    /// Reported once, at the first code that needs it.
    fn missing_envelope(&mut self, code: &tree::Name) {
        if std::mem::replace(&mut self.envelope_reported, true) {
            return;
        }
        self.error_help(
            code.wire.span,
            "an error code needs to know where in the body it stands",
            Some(
                "mark the struct of the error body: `#[error(code = error.type, message = error.message)]`"
                    .into(),
            ),
        );
    }
}

/// The statuses of the tree in the words of the model.
pub(super) fn status_kind(kind: tree::StatusKind) -> StatusKind {
    match kind {
        tree::StatusKind::Code(code) => StatusKind::Code(code),
        tree::StatusKind::Class(class) => StatusKind::Class(class),
        tree::StatusKind::Any => StatusKind::Any,
    }
}

/// The name of an error that has no code.
fn status_name(status: StatusKind) -> Name {
    let rust = match status {
        StatusKind::Code(code) => format!("Status{code}"),
        StatusKind::Class(class) => format!("Status{class}xx"),
        StatusKind::Any => "Other".to_owned(),
    };
    Name { wire: status.to_string(), rust, span: crate::source::Span::default() }
}

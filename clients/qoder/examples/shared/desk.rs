//! An agent and an environment to try things with.

use qoder::agents::Agent;
use qoder::environments::Environment;
use qoder::sessions::Session;
use qoder::{Error, Qoder};

/// An agent, and the environment that it works in.
pub(crate) struct Desk {
    qoder: Qoder,
    pub(crate) agent: Agent,
    environment: Environment,
}

impl Desk {
    pub(crate) async fn open(qoder: &Qoder) -> Result<Self, Error> {
        let environment = qoder.environments().create("an example").send().await?;
        let agent = qoder.agents().create("auto", "An example").send().await?;
        Ok(Self { qoder: qoder.clone(), agent, environment })
    }

    pub(crate) async fn session(&self, title: &str) -> Result<Session, Error> {
        let sessions = self.qoder.sessions();
        sessions.create(&self.agent.id, &self.environment.id).title(title).send().await
    }

    /// Deletes these sessions, and what they needed.
    pub(crate) async fn close(self, sessions: &[Session]) -> Result<(), Error> {
        for session in sessions {
            self.qoder.sessions().delete(&session.id).send().await?;
        }
        self.qoder.agents().archive(&self.agent.id).send().await?;
        self.qoder.environments().delete(&self.environment.id).send().await?;
        Ok(())
    }
}

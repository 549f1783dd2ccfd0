//! Some of the requests again, written as a user would: they hold what fills requests from data.

use std::collections::BTreeMap;

use callsheet::File;
use callsheet::testing::{MockTransport, Reply};
use qoder::environments::{CloudConfig, EnvironmentScope, Networking, Packages};
use qoder::memory_stores::MemoryView;
use qoder::sessions::{DeltaKind, SessionStatus};
use qoder::vaults::credentials::{McpOauthParams, McpOauthRefreshParams, TokenEndpointAuthParams};
use qoder::{
    Base64Source, BranchCheckout, BudgetParams, CommitCheckout, DefineOutcome, DocumentBlock,
    FileResourceParams, FileRubric, GitHubRepositoryParams, GitRepositoryParams, ImageBlock,
    MemoryAccess, MemoryStoreResourceParams, MessageBlock, ModelSettings, Order, Qoder, TextBlock,
    UserMessage,
};
use serde_json::Value;

use crate::compare::differences;
use crate::data::requests;
use crate::requests::{client, row_differences, times};

const BETAS: [&str; 2] = ["browser-use-2026-07-14", "beta-two"];
const HARD: &str = "100% «ünïcode» + \"q\" \\ 🚀";
const LINES: &str = "line1\nline2\ttab ~ ' ; : @ # ?";
const SIGNS: &str = "a b&c=d/é";
const REPOSITORY: &str = "https://git.example.com/org/repo.git?x=1&y=a%20b";
const METADATA: [(&str, &str); 2] = [("team", SIGNS), ("clé é", "v")];

/// The same with an entry that is taken away.
fn metadata_and_null() -> BTreeMap<String, Option<String>> {
    let metadata = METADATA.map(|(key, value)| (key.to_owned(), Some(value.to_owned())));
    metadata.into_iter().chain([("gone".to_owned(), None)]).collect()
}

/// What differs between the row and the call is what differs when the request is filled.
async fn assert_same<T>(op: &str, case: &str, call: impl AsyncFnOnce(&Qoder) -> T) {
    let is_it = |row: &Value| row["op"] == op && row["case"] == case;
    let row = requests().into_iter().find(is_it).unwrap();
    let mock = MockTransport::new();
    mock.on(op).times(1).reply(Reply::status(418));
    call(&client(&mock)).await;
    let by_hand = differences(&row, &mock.seen()[0], Qoder::GLOBAL, &times(&row));
    let mut filled = row_differences(&row).await;
    filled.retain(|line| !line.starts_with("unknown: ") && !line.starts_with("refused: "));
    assert_eq!(by_hand, filled, "{op}, {case}");
}

#[tokio::test]
async fn agents() {
    assert_same("agents.create", "required", async |qoder| {
        qoder.agents().create(ModelSettings::new("ultimate"), "name 1").send().await
    })
    .await;
    assert_same("agents.update", "edge-null", async |qoder| {
        let update = qoder.agents().update("agent_01J0001");
        let update = update.description_null().system_null().version_null().mcp_servers_null();
        update.metadata_null().skills_null().tools_null().multiagent_null().send().await
    })
    .await;
}

#[tokio::test]
async fn environments() {
    assert_same("environments.create", "all", async |qoder| {
        let packages = Packages::new()
            .apt([LINES, SIGNS])
            .cargo([HARD, "plain text"])
            .gem([LINES, SIGNS])
            .go([HARD, "plain text"])
            .npm([LINES, SIGNS])
            .pip(["requests==2.32", "é&b"]);
        let config = CloudConfig::new().networking(Networking::Unrestricted).packages(packages);
        let call = qoder.environments().create(HARD).config(config.setup_script(LINES));
        let call = call.description("plain text").scope(EnvironmentScope::Organization);
        call.metadata(METADATA).workspace_id("ws_01").betas(BETAS).send().await
    })
    .await;
}

#[tokio::test]
async fn work() {
    assert_same("environments.work.heartbeat", "all", async |qoder| {
        let call = qoder.environments().work().heartbeat("env_01J0001", "work_01J0002");
        let call = call.desired_ttl_seconds(4).expected_last_heartbeat("2026-01-02T03:04:05Z");
        call.betas(BETAS).send().await
    })
    .await;
    assert_same("environments.work.poll", "all", async |qoder| {
        let call = qoder.environments().work().poll("env_01J0001").worker_id("worker 0/a");
        call.block_ms(999).reclaim_older_than_ms(4).betas(BETAS).send().await
    })
    .await;
    assert_same("environments.work.update", "all", async |qoder| {
        let work = qoder.environments().work();
        let call = work.update("env_01J0001", "work_01J0002", metadata_and_null());
        call.workspace_id("ws_01").betas(BETAS).send().await
    })
    .await;
}

#[tokio::test]
async fn files() {
    assert_same("files.upload", "all", async |qoder| {
        let file = File::from_bytes("dossier/été & co.json", "{\"é\": 1}\n");
        let call = qoder.files().upload(file.with_content_type("application/json"));
        let call = call.name(HARD).metadata(METADATA).expires_in_seconds(3600);
        call.workspace_id("ws_01").betas(BETAS).send().await
    })
    .await;
    assert_same("skills.create", "required", async |qoder| {
        let file = File::from_bytes("my-skill/SKILL.md", "---\nname: my-skill\n---\nhi\n");
        qoder.skills().create([file.with_content_type("text/markdown")]).send().await
    })
    .await;
    assert_same("skills.versions.download", "required", async |qoder| {
        qoder.skills().versions().download("skill_01J0001", "3").send().await
    })
    .await;
}

#[tokio::test]
async fn memories() {
    assert_same("memory_stores.memories.update", "all", async |qoder| {
        let call = qoder.memory_stores().memories().update("memstore_01J0001", "mem_01J0002");
        let hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        let call = call.content_sha256(hash).metadata(metadata_and_null()).content(LINES);
        let call = call.path("/notes/été 2026.md").view(MemoryView::Basic);
        call.workspace_id("ws_01").betas(BETAS).send().await
    })
    .await;
}

#[tokio::test]
async fn sessions() {
    assert_same("sessions.create", "all", async |qoder| {
        let document = DocumentBlock::new(Base64Source::new("image/png", "aGVsbG8gd29ybGQ="));
        let message: [MessageBlock; 4] = [
            TextBlock::new(SIGNS).into(),
            ImageBlock::new(Base64Source::new("image/png", "aGVsbG8gd29ybGQ=")).into(),
            document.title(HARD).context("plain text").into(),
            MessageBlock::Redacted,
        ];
        let outcome = DefineOutcome::new(LINES, FileRubric::new("file_01J0008"));
        let mount = "/workspace/my repo/é";
        let commit = CommitCheckout::new("2d8853c0ffee2d8853c0ffee2d8853c0ffee2d88");
        let git = GitRepositoryParams::new(REPOSITORY).password("plain text").mount_path(mount);
        let github = GitHubRepositoryParams::new(REPOSITORY).authorization_token(SIGNS);
        let memory = MemoryStoreResourceParams::new("memstore_01J0014").instructions(LINES);
        let call = qoder.sessions().create("agent_01J0001", "env_01J0002").title(LINES);
        let call = call.environment_variables(METADATA).metadata(METADATA);
        let call = call.budget(BudgetParams::new("12.50")).initial_events([
            UserMessage::new(message).into(),
            qoder::sessions::FirstEvent::from(outcome.max_iterations(10)),
        ]);
        let call = call.resources([
            qoder::ResourceParams::from(git.checkout(BranchCheckout::new(LINES))),
            github.mount_path(mount).checkout(commit).into(),
            FileResourceParams::new("file_01J0013").mount_path(mount).into(),
            memory.access(MemoryAccess::ReadWrite).into(),
        ]);
        let call = call.vault_ids(["vlt_01J0016", "vlt_01J0017"]);
        call.workspace_id("ws_01").betas(BETAS).send().await
    })
    .await;
    assert_same("sessions.list", "all", async |qoder| {
        let (early, late) = ("2025-12-31T00:00:00Z", "2026-01-02T03:04:05Z");
        let call = qoder.sessions().list().agent_id("agent_01J0001").agent_version(3);
        let call = call.created_at_gt(early).created_at_gte(late).created_at_lt(early);
        let call = call.created_at_lte(late).deployment_id("dep_01J0007").include_archived(true);
        let call = call.limit(100).memory_store_id("memstore_01J0009").order(Order::Asc);
        let call = call.page("page_eyJvIjoxfQ==+/=");
        let call = call.statuses([SessionStatus::Idle, SessionStatus::Running]);
        call.workspace_id("ws_01").betas(BETAS).send().await
    })
    .await;
    assert_same("sessions.events.stream", "all", async |qoder| {
        let call = qoder.sessions().events().stream("sesn_01J0001").unchecked();
        let call = call.event_deltas([DeltaKind::AgentMessage, DeltaKind::AgentThinking]);
        call.resume_from("evt_099").workspace_id("ws_01").betas(BETAS).stream().await.is_ok()
    })
    .await;
}

#[tokio::test]
async fn credentials() {
    assert_same("vaults.credentials.create", "all", async |qoder| {
        let endpoint = "https://auth.example.com/token";
        let refresh =
            McpOauthRefreshParams::new(endpoint, TokenEndpointAuthParams::None, "client-1", SIGNS);
        let auth = McpOauthParams::new("https://mcp.example.com/mcp/v1", "plain text");
        let auth = auth.expires_at("2025-12-31T00:00:00Z");
        let auth = auth.refresh(refresh.resource(HARD).scope("plain text"));
        let call = qoder.vaults().credentials().create("vlt_01J0001", auth).display_name(LINES);
        call.metadata(METADATA).workspace_id("ws_01").betas(BETAS).send().await
    })
    .await;
}

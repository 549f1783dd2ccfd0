callsheet::client! {
    api Works {
        server "https://api.works.com"
    }

    #[wait(until = state in [done], poll = gte)]
    POST /jobs as start { -> 202 Job }
    GET /jobs/{job_id: String} as get { -> 200 Job }
    GET /names/{name: String} as named { -> 200 Job }
    GET /all as all { -> 200 [Job] }
    DELETE /jobs/{id: String} as stop { -> 200 Job }
    struct Job { id: String, state: State, parts: [String], #[sensitive] key: String }
    enum State { running, done, failed }
}

fn main() {}

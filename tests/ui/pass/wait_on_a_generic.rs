callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Of<T> { id: String, data: T, inner: Inner<T> }
    struct Inner<T> { state: T }
    enum State { running, done, failed }

    #[wait(poll = get, until = inner.state in [done], fail = inner.state in [failed])]
    POST /v1/jobs as start { -> 200 Of<State> }
    GET /v1/jobs/{id: String} as get { -> 200 Of<State> }

    #[paginate(items = data.list, cursor = data.next)]
    GET /v1/list as all { query { cursor?: String } -> 200 Lists<List<u8>> }
    #[paginate(items = data, cursor = next)]
    GET /v1/other as other { query { cursor?: String } -> 200 More<[u8] | null> }
    struct Lists<T> { data: T }
    struct List<T> { list?: [T], next?: String }
    struct More<T> { data: T, next?: String }
}

fn main() {}

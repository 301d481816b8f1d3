import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { freePorts, type ServerProcess, startServer } from './server-process.ts'

/** Cassandra on the loopback: one node, or several that share the data. */
export interface CassandraCluster {
  /** Where each node speaks CQL. */
  readonly ports: readonly number[]
  readonly nodes: readonly ServerProcess[]
  readonly log: () => string
  readonly stop: () => Promise<void>
}

/** Starts the nodes one after the other, since a node joins those that are there. */
export async function startCassandra(count = 1): Promise<CassandraCluster> {
  const home = mkdtempSync(join(tmpdir(), 'dossier-cassandra-'))
  const ports = await freePorts(3 * count)
  const places = Array.from({ length: count }, (_, at) => ({
    home: join(home, `node-${at + 1}`),
    storage: ports[3 * at] as number,
    cql: ports[3 * at + 1] as number,
    jmx: ports[3 * at + 2] as number,
  }))
  const nodes: ServerProcess[] = []
  const stop = async () => {
    await Promise.all(nodes.map((node) => node.stop()))
    rmSync(home, { recursive: true, force: true })
  }
  try {
    for (const place of places) nodes.push(await startNode(place, places[0] as Place, count))
  } catch (error) {
    await stop()
    throw error
  }
  const log = () => nodes.map((node) => node.log()).join('\n')
  return { ports: places.map(({ cql }) => cql), nodes, log, stop }
}

interface Place {
  readonly home: string
  readonly storage: number
  readonly cql: number
  readonly jmx: number
}

function startNode(place: Place, seed: Place, count: number): Promise<ServerProcess> {
  mkdirSync(place.home, { recursive: true })
  writeFileSync(join(place.home, 'cassandra.yaml'), configuration(place, seed))
  writeFileSync(join(place.home, 'logback.xml'), logging)
  return startServer({
    name: 'Cassandra',
    args: serverArguments(place, count),
    home: place.home,
    answers: () => isOpen(place.cql),
  })
}

function configuration({ home, storage, cql }: Place, seed: Place): string {
  return `cluster_name: dossier
num_tokens: 16
allocate_tokens_for_local_replication_factor: 1
partitioner: org.apache.cassandra.dht.Murmur3Partitioner
seed_provider:
  - class_name: org.apache.cassandra.locator.SimpleSeedProvider
    parameters: [{ seeds: "127.0.0.1:${seed.storage}" }]
listen_address: 127.0.0.1
rpc_address: 127.0.0.1
storage_port: ${storage}
native_transport_port: ${cql}
endpoint_snitch: SimpleSnitch
data_file_directories: [${home}/data]
commitlog_directory: ${home}/commitlog
saved_caches_directory: ${home}/saved
hints_directory: ${home}/hints
cdc_raw_directory: ${home}/cdc
commitlog_sync: periodic
commitlog_sync_period: 10000ms
auto_snapshot: false
batch_size_warn_threshold: 1MiB
batch_size_fail_threshold: 5MiB
read_request_timeout: 20s
range_request_timeout: 20s
write_request_timeout: 20s
`
}

const logging = `<configuration>
  <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
    <encoder><pattern>%d %-5level %logger{20} %msg%n</pattern></encoder>
  </appender>
  <root level="WARN"><appender-ref ref="out"/></root>
</configuration>
`

/**
 * Cassandra reaches into packages of Java that are closed to others. A node that joins others waits for them to agree:
 * on a busy machine three seconds are too few, and the schemas of two nodes never meet.
 */
function serverArguments({ home, jmx }: Place, count: number): string[] {
  return [
    ...['-Xms512m', '-Xmx512m', '-Djava.awt.headless=true', '-Djdk.attach.allowAttachSelf=true'],
    `-Dcassandra.config=file://${home}/cassandra.yaml`,
    `-Dcassandra.storagedir=${home}`,
    `-Dcassandra.logdir=${home}/logs`,
    `-Dcassandra.jmx.local.port=${jmx}`,
    '-Dcassandra-foreground=yes',
    `-Dcassandra.ring_delay_ms=${count === 1 ? 3000 : 20_000}`,
    ...(count === 1 ? ['-Dcassandra.skip_wait_for_gossip_to_settle=0'] : []),
    `-Dlogback.configurationFile=file://${home}/logback.xml`,
    ...exported.map((name) => `--add-exports=${name}=ALL-UNNAMED`),
    ...opened.map((name) => `--add-opens=${name}=ALL-UNNAMED`),
    ...['-cp', resolve('.peers/cassandra/lib/*'), 'org.apache.cassandra.service.CassandraDaemon'],
  ]
}

const exported = [
  ...['java.base/jdk.internal.misc', 'java.base/jdk.internal.ref', 'java.base/sun.nio.ch'],
  ...['java.management.rmi/com.sun.jmx.remote.internal.rmi', 'java.rmi/sun.rmi.registry'],
  ...['java.rmi/sun.rmi.server', 'java.sql/java.sql', 'java.base/java.lang.ref'],
  ...['jdk.unsupported/sun.misc', 'java.rmi/sun.rmi.transport.tcp'],
]

const opened = [
  ...['java.base/java.lang.module', 'java.base/jdk.internal.loader', 'java.base/jdk.internal.ref'],
  ...['java.base/jdk.internal.reflect', 'java.base/jdk.internal.math'],
  ...['java.base/jdk.internal.module', 'java.base/jdk.internal.util.jar'],
  ...['jdk.management/com.sun.management.internal', 'java.base/sun.nio.ch', 'java.base/java.io'],
  ...['java.base/java.nio', 'java.base/java.lang', 'java.base/java.util', 'java.base/java.net'],
  ...['java.base/java.util.concurrent', 'java.base/java.util.concurrent.atomic'],
]

/** Cassandra opens this port when it is ready to be asked, and not before. */
function isOpen(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      done(true)
    })
    socket.on('error', () => done(false))
  })
}

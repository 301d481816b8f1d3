// The names of the knowledge base “The IMU in northern Afghanistan”, written by "dossier types".
// Do not change this file; write it again when ids, types or relations change.

/** Ids of entities. */
export type EntityId =
  | 'abdul-mutalib-baig' // Abdul Mutalib Baig
  | 'afghan-forces' // Afghan forces
  | 'afghan-parliament' // Afghan parliament
  | 'afghan-special-unit' // Afghan Special Unit
  | 'afghanistan' // Afghanistan
  | 'afghans-killed-in-taloqan' // Other Afghans killed in Taloqan
  | 'al-qaeda' // al Qaeda
  | 'attacks-in-takhar' // Suicide attacks meant for Takhar
  | 'badakhshan' // Badakhshan
  | 'badghis' // Badghis
  | 'badghis-military-commission' // Badghis military commission
  | 'baghlan' // Baghlan
  | 'central-asia' // Central Asia
  | 'coalition-forces' // Coalition forces
  | 'combined-special-operations-force' // Combined special operations force
  | 'deputy-captured-2012-02' // Deputy captured in Helmand
  | 'europe' // Europe
  | 'faryab' // Faryab
  | 'helmand' // Helmand
  | 'ilhom' // Ilhom
  | 'imu' // Islamic Movement of Uzbekistan
  | 'imu-attacks-in-central-asia' // IMU attacks in Central Asia
  | 'imu-attacks-in-the-north' // IMU attacks in the north
  | 'imu-commander-captured-2011-04' // IMU commander captured in 2011
  | 'imu-insurgents-killed-with-nusrat' // Insurgents killed with Nusrat
  | 'imu-leaders-and-operatives' // IMU leaders and operatives
  | 'imu-leaders-captured-2012-03' // Two IMU leaders captured in 2012
  | 'imu-plots-in-europe' // Attack plots in Europe
  | 'imu-senior-leadership' // IMU senior leadership
  | 'imu-suicide-and-ied-attacks' // IMU suicide and IED attacks
  | 'insurgency-in-badghis-and-faryab' // Insurgency in Badghis and Faryab
  | 'insurgents-captured-in-shirin-tagab' // Two captured insurgents
  | 'isaf' // ISAF
  | 'kabul' // Kabul
  | 'kunduz' // Kunduz
  | 'makhdum-nusrat' // Makhdum Nusrat
  | 'mp-killed-in-suicide-attack' // MP killed in a suicide attack
  | 'mp-targeted-in-kabul' // MP of the Kabul plot
  | 'north-waziristan' // North Waziristan
  | 'northern-afghanistan' // Northern Afghanistan
  | 'nusrat-attacks-in-the-north' // Nusrat's attacks in the north
  | 'operations-in-afghanistan-and-pakistan' // Operations in Afghanistan and Pakistan
  | 'pakistan' // Pakistan
  | 'pakistani-jail' // Pakistani jail
  | 'plot-to-kill-an-mp-in-kabul' // Plot to kill an MP in Kabul
  | 'raid-badakhshan-2011-09' // Raid in Badakhshan, September 2011
  | 'raid-badakhshan-2012-03-08' // Raid in Badakhshan, 8 March 2012
  | 'raid-helmand-2012-02-03' // Raid in Helmand, 3 February 2012
  | 'raid-kunduz-2011-04' // Raid in Kunduz, April 2011
  | 'raid-shirin-tagab-2012-03-17' // Raid in Shirin Tagab, 17 March 2012
  | 'raid-that-killed-ilhom' // Raid that killed Ilhom
  | 'raid-that-killed-nusrat' // Raid that killed Nusrat
  | 'raids-on-the-imu' // ISAF and Afghan raids on the IMU
  | 'release-from-a-pakistani-jail' // Release from a Pakistani jail
  | 'samangan' // Samangan
  | 'sar-i-pul' // Sar-i-Pul
  | 'security-forces-badakhshan-2012-03' // Security forces in Badakhshan
  | 'shirin-tagab' // Shirin Tagab
  | 'south-waziristan' // South Waziristan
  | 'suicide-attack-that-killed-an-mp' // Suicide attack that killed an MP
  | 'suicide-attacks-in-the-north' // Suicide attacks in the north
  | 'suicide-camps-samangan' // Suicide camps in Samangan
  | 'suicide-camps-sar-i-pul' // Suicide camps in Sar-i-Pul
  | 'takhar' // Takhar
  | 'taliban' // Taliban
  | 'taliban-senior-leadership' // Taliban senior leadership
  | 'taliban-shadow-government-north' // Taliban shadow government
  | 'taloqan' // Taloqan
  | 'taloqan-funeral-bombing' // Taloqan funeral suicide attack
  | 'united-states' // US
  | 'us-drone-strikes-in-waziristan' // US drone strikes in Waziristan

/** Types of entities. */
export type EntityType =
  | 'actor' // Actor
  | 'armed-group' // Armed group
  | 'armed-group-body' // Body of an armed group
  | 'attack' // Attack
  | 'attack-series' // Series of attacks
  | 'camp' // Camp
  | 'country' // Country
  | 'district' // District
  | 'drone-campaign' // Drone campaign
  | 'event' // Event
  | 'facility' // Facility
  | 'force' // Military force
  | 'group' // Group
  | 'institution' // Institution
  | 'jail' // Jail
  | 'operation' // Operation
  | 'people' // People not told apart
  | 'person' // Person
  | 'place' // Place
  | 'plot' // Plot
  | 'province' // Province
  | 'raid' // Raid
  | 'raid-series' // Series of raids
  | 'region' // Region
  | 'release' // Release from custody
  | 'state' // State
  | 'tribal-agency' // Tribal agency

/** Relations. */
export type Relation =
  | 'allied-with' // allied with
  | 'captured'
  | 'carried-out-by' // carried out by
  | 'controls' // controlled
  | 'fights-alongside' // fought alongside
  | 'freed'
  | 'in'
  | 'integrated-into' // integrated into
  | 'involved-in' // involved in
  | 'killed'
  | 'leads' // led
  | 'liaises-with' // link to
  | 'linked-to' // linked to
  | 'member-of' // belonged to
  | 'operates-in' // operated in
  | 'part-of' // lies in
  | 'planned'
  | 'represents' // represented
  | 'responsible-for' // responsible for
  | 'stronghold-in' // stronghold in
  | 'sub-event-of' // part of
  | 'subgroup-of' // part of
  | 'succeeded'
  | 'supported'
  | 'targeted'

/** Relations read from their other end. */
export type Inverse =
  | 'absorbed' // of integrated-into
  | 'captured-in' // of captured
  | 'carried-out' // of carried-out-by
  | 'controlled-by' // of controls
  | 'freed-in' // of freed
  | 'ground-of' // of operates-in
  | 'has-member' // of member-of
  | 'has-part' // of part-of
  | 'has-sub-event' // of sub-event-of
  | 'has-subgroup' // of subgroup-of
  | 'involved' // of involved-in
  | 'killed-in' // of killed
  | 'led-by' // of leads
  | 'planned-by' // of planned
  | 'preceded' // of succeeded
  | 'reached-through' // of liaises-with
  | 'represented-by' // of represents
  | 'responsibility-of' // of responsible-for
  | 'site-of' // of in
  | 'stronghold-of' // of stronghold-in
  | 'supported-by' // of supported
  | 'targeted-in' // of targeted

/** Kinds of relations. */
export type Kind =
  | 'affiliation'
  | 'alliance'
  | 'location'
  | 'operation'

/** Ids of sources. */
export type SourceId =
  | 'lwj-nusrat' // ISAF, Afghan forces kill top IMU commander in north

/** For `openDossier<Names>(…)`: a name that the base does not have is then a mistake. */
export interface Names {
  entity: EntityId
  type: EntityType
  relation: Relation
  inverse: Inverse
  kind: Kind
  source: SourceId
}

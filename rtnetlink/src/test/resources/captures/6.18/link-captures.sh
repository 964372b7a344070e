# The links that were captured. Run it in a network namespace of its own: unshare -n sh link-captures.sh
set -e
ip link set lo up
ip link add v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02
ip link add m0 link v0 address 02:00:00:00:00:03 type macvtap mode vepa
ip link add m1 link v0 address 02:00:00:00:00:04 type macvlan mode source nodst bcqueuelen 500
ip link set m1 type macvlan macaddr set 02:00:00:00:01:01 02:00:00:00:01:02
ip link add br0 address 02:00:00:00:00:05 type bridge stp_state 1 forward_delay 400
ip link add v2 address 02:00:00:00:00:06 type veth peer name v3 address 02:00:00:00:00:07
ip link set v2 master br0
ip link add vx0 address 02:00:00:00:00:08 type vxlan id 42 dev v0 dstport 4789 group 239.1.1.1
ip link add ifb0 type ifb
ip link set v3 alias "a description"
ip link property add dev v3 altname another-name
ip link set v3 group 42
for link in v0 v1 m0 m1 br0 v2 v3; do ip link set $link up; done

# make run      set up what is missing, build, start the demo at http://127.0.0.1:3000
# make test     set up what is missing, run every check, print the time of each
# make build    target/release/veiligchat, with the whole site inside
# make screens  approve how every screen looks now; the tests compare with it
# make lighthouse  Lighthouse for / and /chat, on a slow phone; fails under 95
# make bench    how fast it is on this machine; only prints
# make flood    who gets in while bots flood the chat that really do the work; only prints
# make fuzz     every fuzzer, FUZZ_SECONDS each (ten minutes); prints what was tried and found
# make forensics  what is left of 200 conversations and after 1,000 kills, in the long form
# make setup    only set up; WASM=debian takes the WASM target from Debian's packages on purpose
# make clean    remove what was built

.PHONY: run test build bench flood fuzz screens lighthouse forensics setup clean

run:
	@scripts/setup build
	@scripts/build
	@. scripts/environment && exec "$$VEILIGCHAT" demo

test:
	@scripts/test

build:
	@scripts/setup build
	@scripts/build

bench:
	@scripts/setup build
	@scripts/build
	@scripts/bench

flood:
	@scripts/setup build
	@scripts/build
	@ONLY=flood scripts/bench

screens:
	@scripts/setup test
	@scripts/build
	@. scripts/environment && cd end2end && APPROVE=yes npx playwright test --config screens.config.ts

lighthouse:
	@scripts/setup lighthouse
	@scripts/build
	@scripts/lighthouse

fuzz:
	@scripts/setup build
	@scripts/fuzz

forensics:
	@scripts/setup build
	@scripts/build
	@scripts/forensics

setup:
	@scripts/setup test

clean:
	cargo clean
	rm -rf target end2end/test-results end2end/playwright-report

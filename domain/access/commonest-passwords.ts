/**
 * What the passwords found most often in breaches are made of, and what staff of a hospital would choose first. Each stands
 * for its usual variations too: see `isCommonPassword`. Small letters, without spaces.
 */
export const commonestPasswords: ReadonlySet<string> = new Set(
  `password passwort passwords passphrase passw pass mypassword yourpassword thepassword newpassword changeme changethis
  changeit letmein letmeinnow trustno iloveyou ilovegod loveyou lovely loveme lover lovers forever together always
  welcome welcomeback hello hellothere helloworld goodmorning default guest test tester testing testtest temp temporary
  admin administrator adminadmin root superuser user username login signin access secret secure security private master
  mastermind qwerty qwertz azerty qwertyuiop qwertyui qwertyu asdf asdfgh asdfghjkl zxcvbn zxcvbnm qweasd qweasdzxc
  qazwsx qazwsxedc qazwsxedcrfv zaqwsx wsxedc poiuytrewq lkjhgfdsa mnbvcxz abc abcd abcde abcdef abcdefg abcdefgh
  abcdefghijkl abcdefghijklm abcdefghijklmnop abcdefghijklmnopqrstuvwxyz xyz aaa
  monkey dragon football soccer baseball basketball hockey rugby cricket tennis golf golfer swimming fishing running
  sunshine princess prince queen king kingdom shadow superman batman spiderman starwars pokemon pikachu naruto minecraft
  fortnite roblox matrix hunter ranger killer ninja warrior samurai pirate wizard merlin gandalf hobbit harrypotter
  hogwarts hermione dumbledore gryffindor snoopy garfield mickey mickeymouse minnie donald tigger winnie nemo simba
  charlie george jordan michael michelle jennifer jessica ashley amanda andrew anthony daniel thomas joshua matthew
  nicole robert william james joseph samantha elizabeth victoria charlotte sophie chloe emily hannah olivia amelia jack
  harry oliver jacob mohammed muhammad david richard patrick martin steven peter robin summer winter spring autumn
  january february march april may june july august september october november december monday tuesday wednesday
  thursday friday saturday sunday christmas easter birthday happybirthday holiday weekend
  liverpool liverpoolfc everton chelsea chelseafc arsenal arsenalfc tottenham tottenhamhotspur manchester manutd mancity
  manchesterunited manchestercity westham newcastle newcastleunited sunderland rangers celtic leeds leedsunited aston
  astonvilla wolves leicester nottingham nottinghamforest sheffield southampton portsmouth barcelona realmadrid juventus
  bayern england scotland wales ireland britain greatbritain london londoner birmingham bristol glasgow edinburgh cardiff
  belfast oxford cambridge america australia canada germany france spain italy europe
  computer internet keyboard laptop microsoft windows apple iphone samsung google facebook instagram twitter whatsapp
  youtube amazon netflix spotify outlook office server network database system
  mustang ferrari porsche mercedes harley yamaha honda toyota corvette camaro jaguar bentley aston ford
  cheese chocolate cookie cookies banana orange lemon cherry strawberry pepper ginger coffee butter sugar honey pizza
  chicken hamburger whisky whiskey vodka guinness
  purple yellow silver golden diamond emerald crystal rainbow angel angels heaven jesus jesuschrist christ church blessed
  faith grace godisgood jesuslovesme praise freedom peace happy happiness smile smiley sweet sweetheart sweety babygirl
  babyboy baby beautiful pretty gorgeous darling honeybee butterfly flower flowers rosebud buttercup daisy tiger tigger
  lion panther eagle falcon phoenix dolphin dolphins kitten kitty puppy doggy buster bailey bella molly poppy max
  maggie lucky rocky rusty smokey sparky scooter
  midnight thunder lightning storm hurricane ocean river mountain forest garden winner champion victory legend
  mother father mummy daddy sister brother family mylove mybaby myself whatever nothing something anything everything
  nevermind blahblah asdasd qweqwe fuckyou fuckoff bullshit bastard asshole biteme sexy
  metallica nirvana slipknot eminem beatles rockyou blink music guitar piano drummer dancer dancing
  iloveyousomuch iloveyouforever iloveyoubaby iloveme ilovemyself iloveyoumum ilovemymum ilovemydad
  hospital nhs nhsnhs nhsengland nationalhealth health healthcare doctor doctors nurse nurses nursing medicine medical
  clinic clinical clinician oncology oncologist cancer cancercare cancertrial rarecancer trial trials clinicaltrial
  clinicaltrials research researcher patient patients referral referrals surgery surgeon radiology pharmacy pharmacist
  ward theatre consultant registrar macmillan royalmarsden christie addenbrookes savelives
  correcthorsebatterystaple correcthorse batterystaple opensesame whatsmypassword idontknow dontforget rememberme
  forgotpassword ihatepasswords nopassword thisismypassword passwordispassword incorrect demonstration`.split(/\s+/),
)

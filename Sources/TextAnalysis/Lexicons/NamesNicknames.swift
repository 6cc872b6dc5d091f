/// Short and pet forms of given names, and names that are the same in different languages.
enum NicknameWords {
  /// One group a line: any two of a line may be the same person's. A name may stand in several lines.
  static let groups: StaticString = """
    # Hand-collected for this project from general knowledge. Public domain (CC0).
    abraham abe ibrahim avraham
    abigail abby abbie gail
    adam ádám
    albert al bert alberto
    alexander alex alec al sandy xander sasha alexandre aleksandr alexandr aleksander alejandro oleksandr aliaksandr alyaksandr alexandros sascha
    alexandra alex sandra sasha alexa aleksandra oleksandra
    alfred al alf alfie fred alfredo
    alexei aleksei alexey aleksey alexi oleksii oleksiy alyosha
    allison alison ally allie
    amanda mandy
    anastasia nastya anastasiya stacy
    andrew andy drew andre andrei andrey andriy andrzej andreas andrea
    angela angie
    ann anna anne annie annette ana hannah
    anthony tony ant antony antonio anton toni antoine
    antonin nino
    antonio toni tony
    archibald archie
    arnold arnie
    arthur art artie artur arturo
    augustus gus august
    barbara barb babs barbie
    bartholomew bart
    benjamin ben benny bibi benji binyamin benyamin
    bernard bernie bernhard bernardo
    bradley brad
    brandon brandi
    broderick brody
    caroline carrie carol carolyn
    carl karl carlos charles
    casper kasper
    catherine katherine kathryn katharine kate kathy katie cathy cate kat kit ekaterina yekaterina catalina katarina caterina katerina kateryna
    charles charlie chuck chas carlos karl carlo chip chaz
    charlotte charlie lottie
    christian chris cristian kristian
    christina christine chris tina christy kristina cristina kristin
    christopher chris kit topher christophe christoph kristof cristobal
    clifford cliff
    clinton clint
    cynthia cindy
    constantine konstantin constantin kostas
    daniel dan danny dani daniil danylo danilo
    david dave davey dafydd davide
    deborah deb debbie debra
    dennis denis denny denys
    demetrius dmitri dmitry dmitriy dmytro dimitri dima dimitris
    dominic dom nick dominique dominik domenico
    donald don donnie donny
    dorothy dot dottie dolly
    douglas doug
    edmund ed eddie
    edward ed eddie ted ned teddy eduard eduardo edouard edvard
    edwin ed eddie
    eleanor ellie nell nora elena
    elizabeth liz beth betty eliza lisa libby lizzie betsy bess lisbeth elisabeth isabel
    elijah eli elias
    emily em emmy
    emmanuel manny manuel
    eric erik erich rick
    ernest ernie ernesto ernst
    eugene gene yevgeny evgeny evgeni yevhen
    ezekiel zeke
    felipe philip
    fernando ferdinand nando
    florence flo
    frances fran frannie francesca francoise
    francis frank fran francisco francesco franz francois paco pancho frankie
    franklin frank
    frederick fred freddie freddy friedrich frederic federico fritz rick
    gabriel gabe
    gabrielle gabby gabi
    gennady gennadi hennadiy hennadii
    george georg georges jorge giorgio yuri yury jiri georgy georgi jurgen yuriy georgios
    gerald gerry jerry gerard geraldo
    geoffrey jeffrey geoff jeff
    gordon gordy
    gregory greg gregg grigory grzegorz gregor
    gustav gus gustavo
    harold harry hal
    harrison harry
    henry harry hank hal henri heinrich enrique henrik hendrik
    herbert herb bert
    howard howie
    hubert bert
    hugh hugo
    ignatius iggy ignacio nacho
    igor ihor
    irene irina iryna ira
    isaac ike isaak yitzhak
    isabel isabella bella belle
    jacob jake jakob jacques yaakov
    jacqueline jackie
    james jim jimmy jamie jem santiago jaime diego
    janet jan
    jason jay
    jean john
    jennifer jen jenny jennie
    jeremy jerry jeremiah jem
    jerome jerry
    jessica jess jessie
    joan joanie
    joanna jo joanne
    joel joe
    john jack johnny jon jean juan johann ivan jan giovanni ian sean johannes johan hans joao
    jonathan jon johnny nathan
    joseph joe joey jose giuseppe josef josip yosef yousef youssef pepe jozef joss
    josephine jo josie
    joshua josh
    judith judy jude
    julia julie yulia yuliya giulia
    julian jules
    justin justyn
    kenneth ken kenny
    kimberly kim
    kristen kristin kirsten kris
    lawrence laurence larry lars laurent lorenzo laurie
    leonard leo len lenny
    leonardo leo
    leopold leo
    leroy lee
    leslie les
    lewis louis lew lou luis ludwig luigi
    lillian lily lil
    linda lin
    louise lou
    lucy lucia
    lynda lynn linda
    madeleine maddie
    magdalena magda
    margaret maggie meg peg peggy margie greta marge margarita margot madge rita
    maria mary marie mariya miriam maryam
    mark marc marcus marco marek
    marilyn marily
    martha marty
    martin marty martino
    matthew matt matty mathieu matteo matthias mateo matvei
    maurice mo maury mauricio
    maximilian max
    maxwell max
    maxim max maksym maksim
    megan meg
    melissa mel
    melanie mel
    melvin mel
    michael mike mick mickey mikey michel mikhail miguel michal mikael mykhailo misha mihai mitch micky
    michelle shelly michele
    mitchell mitch
    mohammed mohamed muhammad mohammad muhammed mohamad mehmet mo
    monica mona
    moses moshe moises
    nancy nan
    natalie nat natalia natalya nataliya natasha
    nathan nat nate
    nathaniel nat nate nathan
    nicholas nick nicky nicolas nikolai nikolay nicola mykola nikolaus klaus nico niko nikolaos nikita mikalai
    nicole nicki nikki
    nigel nige
    oliver ollie olivier
    olga olha
    pamela pam
    patricia pat patty tricia trish patsy
    patrick pat paddy patricio padraig
    paul pablo paolo pavel pavlo pawel pal
    pedro peter
    penelope penny
    peter pete pyotr petro pierre piotr pieter petr petar pietro
    philip phil phillip philippe filip
    priscilla cilla
    ralph rafe
    randall randy
    randolph randy
    raphael rafael rafa rafe
    raymond ray ramon
    rebecca becky becca
    reginald reg reggie
    regina gina
    renata rennie
    rachel rachael
    richard rick dick rich richie ricky ricardo
    robert bob rob bobby robbie bert roberto
    roberta bobbie
    roderick rod
    rodney rod
    rodrigo rod
    roger rog
    roland rollie
    ronald ron ronnie
    rosemary rose rosie
    rudolph rudy rudolf
    russell russ rusty
    samantha sam
    samuel sam sammy
    sandra sandy
    sarah sara sally
    sebastian seb bastian
    sergei sergey sergio serhiy serhii serge sergej sarge siarhei
    sheila sheelagh
    shirley shirl
    sidney sid
    silvester sly
    simon si simeon
    solomon sol
    sophia sophie sofia sofya
    stanley stan
    stephanie steph stefanie
    stephen steven steve stefan stephan esteban etienne stevie
    stuart stewart stu
    susan sue susie suzanne susanna suzy
    svetlana sveta sviatlana
    tamara tammy
    teresa theresa terry tess tessa
    terence terry terrence terrance
    theodore ted teddy theo fyodor teodor
    thomas tom tommy tomas tomasz tommaso thom
    timothy tim timmy timofey tymofiy
    tobias toby
    tyrone ty
    ulysses lyss
    ursula uschi
    valentina valya
    valerie val
    valery valeri valeriy valerii
    vasily vasyl vassily vasil
    veronica ronnie
    victor vic viktor vick
    victoria vicky vicki tori viktoria
    vincent vince vinny vincenzo vicente
    virginia ginny
    vladimir volodymyr vlad vova wladimir uladzimir
    vladislav vlad vladyslav
    volodymyr vladimir volodimir wolodymyr
    walter walt wally
    wayne wain
    wesley wes
    wilfred wilf
    wilhelm william willy
    william bill will billy willie liam willy guillermo guillaume wilhelm bil
    winston win
    yekaterina katya kateryna
    yuri yury iouri yuriy youri
    yevgenia evgenia eugenia
    zachary zach zack zac
    oleg oleh
    artem artyom
    jd j.d
    """
}
